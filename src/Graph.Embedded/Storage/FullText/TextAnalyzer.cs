using System.Globalization;
using System.Text;

namespace Graph.Embedded.Storage.FullText;

/// <summary>Splits text into terms: words by Unicode's rules of word boundaries (UAX #29), in lower case.</summary>
/// <remarks>
/// What Neo4j calls <c>standard-no-stop-words</c>: no word is left out. Han and Hiragana characters are a term each. A
/// term has at most 255 units; a longer word is cut into several.
/// </remarks>
internal static class TextAnalyzer
{
    private const int MaxTermLength = 255;

    /// <summary>The terms in order; their places are their positions.</summary>
    public static List<string> Analyze(string text)
    {
        var terms = new List<string>();
        AnalyzeInto(text, terms);
        return terms;
    }

    public static void AnalyzeInto(string text, List<string> terms)
    {
        for (var start = 0; start < text.Length;)
        {
            var rune = RuneAt(text, start);
            if (IsIdeographic(rune))
            {
                terms.Add(Normalize(text.Substring(start, rune.Utf16SequenceLength)));
                start += rune.Utf16SequenceLength;
            }
            else if (IsWordRune(rune) && !IsMark(rune))
            {
                var end = EndOfWord(text, start);
                AddCut(text.AsSpan(start..end), terms);
                start = end;
            }
            else
            {
                start += rune.Utf16SequenceLength;
            }
        }
    }

    public static string Normalize(string term) => term.ToLowerInvariant();

    private static int EndOfWord(string text, int start)
    {
        var end = start;
        Rune before = default;
        while (end < text.Length)
        {
            var rune = RuneAt(text, end);
            if (IsWordRune(rune) && !IsIdeographic(rune))
            {
                before = IsMark(rune) ? before : rune;
                end += rune.Utf16SequenceLength;
            }
            else if (end + rune.Utf16SequenceLength < text.Length
                && Joins(before, rune, RuneAt(text, end + rune.Utf16SequenceLength)))
            {
                end += rune.Utf16SequenceLength;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    // Rules WB6, WB7, WB11 and WB12: what stands between two letters or two digits without parting them.
    private static bool Joins(Rune before, Rune middle, Rune after) => middle.Value switch
    {
        '.' or '\'' or '\u2019' or '\u2018' or '\u2024' =>
            (Rune.IsLetter(before) && Rune.IsLetter(after)) || (Rune.IsDigit(before) && Rune.IsDigit(after)),
        ':' or '\u00B7' or '\u0387' or '\u2027' => Rune.IsLetter(before) && Rune.IsLetter(after),
        ',' or ';' or '\u066C' => Rune.IsDigit(before) && Rune.IsDigit(after),
        _ => false,
    } && !IsIdeographic(after);

    private static bool IsWordRune(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || IsMark(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.ConnectorPunctuation or UnicodeCategory.LetterNumber;

    private static bool IsMark(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
        or UnicodeCategory.Format;

    private static bool IsIdeographic(Rune rune) => rune.Value
        is (>= 0x3040 and <= 0x309F) or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0x20000 and <= 0x3FFFF);

    private static Rune RuneAt(string text, int index) =>
        Rune.TryGetRuneAt(text, index, out var rune) ? rune : Rune.ReplacementChar;

    private static void AddCut(ReadOnlySpan<char> word, List<string> terms)
    {
        for (; word.Length > MaxTermLength; word = word[MaxTermLength..])
        {
            terms.Add(Normalize(word[..MaxTermLength].ToString()));
        }

        terms.Add(Normalize(word.ToString()));
    }
}
