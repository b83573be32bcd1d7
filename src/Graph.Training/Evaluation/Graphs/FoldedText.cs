using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Graph.Training.Evaluation.Graphs;

/// <summary>Brings names into the form they are compared in: small letters without accents, marks, possessive and leading titles.</summary>
internal static partial class FoldedText
{
    // The small letters from U+00E0, U+01CD and U+1E00 on without their accents; those that are letters of their own stay.
    private const string Latin =
        "aaaaaaæceeeeiiiiðnooooo÷øuuuuyþyaaaaaaccccccccddđđeeeeeeeeeegggggggghhħħiiiiiiiiiıĳĳjjkkĸllllllŀŀłłnnnnnnŉŋŋ"
        + "ooooooœœrrrrrrssssssssttttŧŧuuuuuuuuuuuuwwyyyzzzzzzs";

    private const string Caron = "aaiioouuuuuuuuuuǝaaaaææǥǥggkkooooʒʒjǱǱǱggƕƿnnaaææøøaaaaeeeeiiiioooorrrruuuussttȝȝhh";

    private const string Additional =
        "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssss"
        + "ttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyasẜẝẞẟaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooo"
        + "oooooooooooooouuuuuuuuuuuuuuyyyyyyyy";

    /// <summary>The folded form; empty where nothing is left.</summary>
    public static string Fold(string text)
    {
        var folded = Marks().Replace(Possessive().Replace(WithoutAccents(text), ""), "");
        folded = Gaps().Replace(folded, " ").Trim();
        for (var titled = ""; titled != folded;)
        {
            titled = folded;
            folded = Title().Replace(folded, "");
        }

        return folded;
    }

    /// <summary>A whole text, word by word.</summary>
    public static string FoldWords(string text) => string.Join(' ', Gaps().Split(text).Select(Fold));

    private static string WithoutAccents(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            var small = char.ToLowerInvariant(letter);
            if (small == 'ß')
            {
                result.Append("ss");
            }
            else if (char.GetUnicodeCategory(small) != UnicodeCategory.NonSpacingMark)
            {
                result.Append(Plain(small));
            }
        }

        return result.ToString();
    }

    private static char Plain(char letter) => letter switch
    {
        >= '\u00e0' and < '\u0180' => Latin[letter - '\u00e0'],
        >= '\u01cd' and < '\u0220' => Caron[letter - '\u01cd'],
        >= '\u1e00' and < '\u1efa' => Additional[letter - '\u1e00'],
        _ => letter,
    };

    [GeneratedRegex(@"[’']s\b", RegexOptions.CultureInvariant)]
    private static partial Regex Possessive();

    [GeneratedRegex(@"[^\w\s]", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Gaps();

    [GeneratedRegex(@"^(the|a|an|mr|mrs|ms|dr|president|prime minister|minister|secretary|senator|gen|general|foreign minister|crown prince|prince|king|queen)\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Title();
}
