using System.Collections.Frozen;

namespace Graph.Worker.Sources;

/// <summary>Tells English from other languages by script and by function words; made for texts of any length.</summary>
/// <remarks>
/// Words that English shares with another language ("in", "on", "was", "met", "son") do not count for the other. A short text is only refused when
/// it holds evidence of another language: a headline of names and nouns says nothing and passes.
/// </remarks>
internal static class EnglishCheck
{
    private const double LatinShare = 0.6;
    private const int LongText = 40;
    private const double EnglishShare = 0.06;

    // Two can be the particles of one name ("von der", "de la").
    private const int FewestWords = 3;

    private static readonly FrozenSet<string> English = Words(
        "the and that with from which has have had were been their they this would said will by are it its not after who his he " +
        "she but what when than there these those about could should because while during against before between under into " +
        "through our your we you for of to as at says into where how also only more most some other new");

    private static readonly (string Language, FrozenSet<string> Words)[] Others =
    [
        ("German", Words("der und das ist nicht mit auf ein eine einen einem dem den des sich für von zu im wird wurde nach bei aus über auch sind hat werden dass als zum zur")),
        ("French", Words("le la les des et une est dans que pour avec du sur par qui au aux pas ce cette ses sont été selon ont mais leur")),
        ("Spanish", Words("el los las una por con del se para es como más pero sus fue entre según también ha su lo este esta dijo")),
        ("Italian", Words("il di che della gli sono nel con una dei delle dal alla anche non più ha si lo ed questo")),
        ("Portuguese", Words("os uma um não em da dos das com para ao pelo pela mais foi são ele também que se sua")),
        ("Dutch", Words("het een van niet zijn voor op te dat ook aan naar bij wordt uit werd heeft hij maar nog")),
        ("Polish", Words("się nie na jest że oraz przez dla po od jak ale został które tym")),
        ("a Scandinavian language", Words("och att det som är på av inte ikke til med den har ett ble för fra og også sig vil kan")),
        ("Turkish", Words("ve bir bu için ile olarak olan daha gibi sonra çok ise")),
        ("Romanian", Words("și în pe cu este din pentru că nu sunt fost ale lui care mai")),
        ("Czech", Words("se je na že ve jako které který jsou také bylo podle")),
        ("Hungarian", Words("az és hogy nem egy meg volt csak már után szerint")),
        ("Finnish", Words("ja ei että se oli hän myös kun ovat mutta sekä mukaan")),
        ("Indonesian or Malay", Words("yang dan di dengan untuk pada dari ini itu tidak akan dalam oleh telah adalah")),
        ("Vietnamese", Words("và của là trong không được cho với những một các người đã này")),
    ];

    /// <summary>Null for English; else what the text seems to be, for the message.</summary>
    public static string? OtherLanguage(string text)
    {
        var (latin, other) = Letters(text);
        if (latin + other > 0 && latin < LatinShare * (latin + other))
        {
            return "text in another script";
        }

        var tokens = 0;
        var english = 0;
        var counts = new int[Others.Length];
        foreach (var word in Tokens(text))
        {
            tokens++;
            english += English.Contains(word) ? 1 : 0;
            for (var index = 0; index < Others.Length; index++)
            {
                counts[index] += Others[index].Words.Contains(word) ? 1 : 0;
            }
        }

        var best = counts.Index().MaxBy(pair => pair.Item).Index;
        var outweighed = counts[best] >= FewestWords && counts[best] > english;
        var withoutEnglish = tokens >= LongText && english < EnglishShare * tokens && counts[best] >= english;
        return outweighed || withoutEnglish ? $"text in {Others[best].Language}" : null;
    }

    private static (int Latin, int Other) Letters(string text)
    {
        int latin = 0, other = 0;
        foreach (var character in text)
        {
            if (char.IsLetter(character))
            {
                // Latin with its extensions ends at U+024F; Vietnamese adds U+1E00 to U+1EFF.
                _ = character <= '\u024f' || character is >= '\u1e00' and <= '\u1eff' ? latin++ : other++;
            }
        }

        return (latin, other);
    }

    private static IEnumerable<string> Tokens(string text)
    {
        var start = -1;
        for (var index = 0; index <= text.Length; index++)
        {
            var inside = index < text.Length && char.IsLetter(text[index]);
            if (inside && start < 0)
            {
                start = index;
            }
            else if (!inside && start >= 0)
            {
                // A capital inside a sentence belongs to a name ("El Salvador"); one letter is a possessive or an initial.
                if (index - start > 1 && (char.IsLower(text[start]) || IsSentenceStart(text, start)))
                {
                    yield return text[start..index].ToLowerInvariant();
                }

                start = -1;
            }
        }
    }

    private static bool IsSentenceStart(string text, int start)
    {
        var index = start - 1;
        while (index >= 0 && (char.IsWhiteSpace(text[index]) || text[index] is '"' or '“' or '\''))
        {
            if (text[index] == '\n')
            {
                return true;
            }

            index--;
        }

        return index < 0 || text[index] is '.' or '!' or '?' or ':';
    }

    private static FrozenSet<string> Words(string words) =>
        words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
