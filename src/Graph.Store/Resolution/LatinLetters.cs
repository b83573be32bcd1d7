using System.Collections.Frozen;

namespace Graph.Store.Resolution;

/// <summary>Latin letters without their marks. The runtime's own decomposition needs a library that is switched off here.</summary>
internal static class LatinLetters
{
    // Base letter and the lower-case letters of Latin-1, Latin Extended-A, -B and Additional that Unicode derives from it,
    // with the stroked letters, which Unicode leaves whole.
    private static readonly (string Base, string Marked)[] Families =
    [
        ("a", "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ"),
        ("b", "ḃḅḇ"),
        ("c", "çćĉċčḉ"),
        ("d", "ďḋḍḏḑḓđð"),
        ("e", "èéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ"),
        ("f", "ḟ"),
        ("g", "ĝğġģǧǵḡ"),
        ("h", "ĥȟḣḥḧḩḫẖħ"),
        ("i", "ìíîïĩīĭįǐȉȋḭḯỉịı"),
        ("j", "ĵǰ"),
        ("k", "ķǩḱḳḵ"),
        ("l", "ĺļľḷḹḻḽł"),
        ("m", "ḿṁṃ"),
        ("n", "ñńņňǹṅṇṉṋ"),
        ("o", "òóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợøǿ"),
        ("p", "ṕṗ"),
        ("r", "ŕŗřȑȓṙṛṝṟ"),
        ("s", "śŝşšșṡṣṥṧṩ"),
        ("t", "ţťțṫṭṯṱẗŧ"),
        ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự"),
        ("v", "ṽṿ"),
        ("w", "ŵẁẃẅẇẉẘ"),
        ("x", "ẋẍ"),
        ("y", "ýÿŷȳẏẙỳỵỷỹ"),
        ("z", "źżžẑẓẕ"),
        ("ss", "ß"), ("ae", "æ"), ("oe", "œ"), ("th", "þ"),
    ];

    private static readonly FrozenDictionary<char, string> Bases =
        Families.SelectMany(family => family.Marked.Select(letter => (letter, family.Base))).ToFrozenDictionary(pair => pair.letter, pair => pair.Base);

    /// <summary>The base of a lower-case letter; null where it has none but itself.</summary>
    public static string? BaseOf(char letter) => Bases.GetValueOrDefault(letter);
}
