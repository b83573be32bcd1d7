using System.Text;
using Graph.Embedded.Values;
using Graph.Embedded.Values.Normalization;

namespace Graph.Embedded.Functions;

/// <summary>Strings. Positions and lengths count code points, as Neo4j counts them.</summary>
internal static class TextFunctions
{
    private const string Category = "String";

    public static IReadOnlyList<ScalarFunction> All { get; } =
    [
        Mapped("toUpper", "The text in capital letters.", LetterCase.Upper),
        Mapped("upper", "The text in capital letters.", LetterCase.Upper),
        Mapped("toLower", "The text in small letters.", LetterCase.Lower),
        Mapped("lower", "The text in small letters.", LetterCase.Lower),
        Mapped("trim", "The text without white space at either end.", static text => Trimmed(text, true, true)),
        Trimming("btrim", "either end", true, true),
        Trimming("ltrim", "its start", true, false),
        Trimming("rtrim", "its end", false, true),
        new("left", Category, ["left(original :: STRING, length :: INTEGER) :: STRING"],
            "The first characters of a text.", (2, 2), static (a, _) => Left(a), passesNull: true),
        new("right", Category, ["right(original :: STRING, length :: INTEGER) :: STRING"],
            "The last characters of a text.", (2, 2), static (a, _) => Right(a), passesNull: true),
        new("substring", Category,
            [
                "substring(original :: STRING, start :: INTEGER) :: STRING",
                "substring(original :: STRING, start :: INTEGER, length :: INTEGER) :: STRING",
            ],
            "The part of a text from a position counted from 0, to its end or of a length.", (2, 3),
            static (a, _) => Substring(a)),
        new("replace", Category, ["replace(original :: STRING, search :: STRING, replace :: STRING) :: STRING"],
            "The text with every occurrence of one string replaced by another.", (3, 3), static (a, _) => Replace(a)),
        new("split", Category, ["split(original :: STRING, splitDelimiters :: STRING | LIST<STRING>) :: LIST<STRING>"],
            "The parts of a text between delimiters.", (2, 2), static (a, _) => Split(a)),
        new("normalize", Category,
            ["normalize(input :: STRING) :: STRING", "normalize(input :: STRING, normalForm = NFC :: [NFC, NFD, NFKC, NFKD]) :: STRING"],
            "The text in a Unicode normal form.", (1, 2), static (a, _) => Normalize(a)),
        Length("char_length"),
        Length("character_length"),
    ];

    public static int CountCodePoints(string text)
    {
        var count = text.Length;
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i], text[i + 1]))
            {
                count--;
                i++;
            }
        }

        return count;
    }

    /// <summary>The code points in reverse order.</summary>
    public static string Reverse(string text)
    {
        var builder = new StringBuilder(text.Length);
        for (var i = text.Length - 1; i >= 0; i--)
        {
            if (i > 0 && char.IsSurrogatePair(text[i - 1], text[i]))
            {
                builder.Append(text[i - 1]).Append(text[i]);
                i--;
            }
            else
            {
                builder.Append(text[i]);
            }
        }

        return builder.ToString();
    }

    private static ScalarFunction Mapped(string name, string description, Func<string, string> map) =>
        new(name, Category, [$"{name}(input :: STRING) :: STRING"], description, (1, 1),
            (a, _) => Value.Of(map(Arguments.Text(a[0]))));

    private static ScalarFunction Trimming(string name, string place, bool start, bool end) =>
        new(name, Category,
            [$"{name}(input :: STRING) :: STRING", $"{name}(input :: STRING, trimCharacterString :: STRING) :: STRING"],
            $"The text without white space, or without the given characters, at {place}.", (1, 2),
            (a, _) => Value.Of(Trimmed(Arguments.Text(a[0]), start, end, a.Length > 1 ? Arguments.Text(a[1]) : null)));

    private static ScalarFunction Length(string name) =>
        new(name, "Scalar", [$"{name}(input :: STRING) :: INTEGER"], "The number of characters of a text.", (1, 1),
            static (a, _) => Value.Of((long)CountCodePoints(Arguments.Text(a[0]))));

    /// <summary>The text without white space, or without the given characters, at the sides asked for.</summary>
    public static string Trimmed(string text, bool start, bool end, string? characters = null)
    {
        var runes = characters?.EnumerateRunes().ToHashSet();
        var all = text.EnumerateRunes().ToArray();
        var (first, last) = (0, all.Length);
        while (start && first < last && IsTrimmed(all[first], runes))
        {
            first++;
        }

        // Given characters, Neo4j leaves the first of a text that is made of them alone, where it trims the end alone.
        var kept = runes is not null && !start ? 1 : 0;
        while (end && last > first + kept && IsTrimmed(all[last - 1], runes))
        {
            last--;
        }

        return first == 0 && last == all.Length ? text : string.Concat(all[first..last].Select(static rune => rune.ToString()));
    }

    // White space that joins, such as U+00A0, is text.
    private static bool IsTrimmed(Rune rune, HashSet<Rune>? runes) => runes is not null
        ? runes.Contains(rune)
        : Rune.IsWhiteSpace(rune) && rune.Value is not (0xA0 or 0x2007 or 0x202F or 0x85);

    private static Value Left(ReadOnlySpan<Value> arguments)
    {
        if (arguments[0].IsNull || arguments[1].IsNull)
        {
            return Value.Null;
        }

        var length = NotNegative(Arguments.Integer(arguments[1]));
        var text = Arguments.Text(arguments[0]);
        return Value.Of(text[..UnitOf(text, 0, length)]);
    }

    private static Value Right(ReadOnlySpan<Value> arguments)
    {
        if (arguments[0].IsNull || arguments[1].IsNull)
        {
            return Value.Null;
        }

        var length = NotNegative(Arguments.Integer(arguments[1]));
        var text = Arguments.Text(arguments[0]);
        return Value.Of(text[UnitOf(text, 0, Math.Max(0, CountCodePoints(text) - length))..]);
    }

    private static Value Substring(ReadOnlySpan<Value> arguments)
    {
        var text = Arguments.Text(arguments[0]);
        var start = UnitOf(text, 0, NotNegative(Limited("start", arguments[1])));
        var end = arguments.Length > 2 ? UnitOf(text, start, NotNegative(Limited("length", arguments[2]))) : text.Length;
        return Value.Of(text[start..end]);
    }

    private static long Limited(string name, Value value) => Arguments.Integer(value) is var number and >= int.MinValue and <= int.MaxValue
        ? number
        : throw new CypherException(
            ValueErrors.ExecutionFailedCode,
            $"Invalid input for {name} value in function 'substring()': Expected an integer between {int.MinValue} and {int.MaxValue}, but got: {value}");

    private static long NotNegative(long number) => number >= 0
        ? number
        : throw new CypherException(ValueErrors.ExecutionFailedCode, "Cannot handle negative start index nor negative length");

    /// <summary>Index of the UTF-16 unit so many code points after another; the end where there are fewer.</summary>
    private static int UnitOf(string text, int from, long codePoints)
    {
        var unit = from;
        for (; codePoints > 0 && unit < text.Length; codePoints--)
        {
            unit += unit + 1 < text.Length && char.IsSurrogatePair(text[unit], text[unit + 1]) ? 2 : 1;
        }

        return unit;
    }

    private static Value Replace(ReadOnlySpan<Value> arguments)
    {
        var text = Arguments.Text(arguments[0]);
        var search = Arguments.Text(arguments[1]);
        var replacement = Arguments.Text(arguments[2]);
        if (search.Length > 0)
        {
            return Value.Of(text.Replace(search, replacement, StringComparison.Ordinal));
        }

        // The empty string stands before, after and between all UTF-16 units, as Java counts them.
        return Value.Of(replacement + string.Concat(text.Select(unit => unit + replacement)));
    }

    private static Value Split(ReadOnlySpan<Value> arguments)
    {
        var text = Arguments.Text(arguments[0]);
        string[] delimiters = arguments[1].Kind == ValueKind.List
            ? Array.ConvertAll(arguments[1].Items, Arguments.Text)
            : [Arguments.Text(arguments[1])];
        if (delimiters is [""] && text.Length > 0)
        {
            // Into UTF-16 units, as Java splits.
            return Value.List(text.Select(static unit => Value.Of(unit.ToString())));
        }

        var separators = Array.FindAll(delimiters, static delimiter => delimiter.Length > 0);
        var parts = separators.Length == 0 ? [text] : text.Split(separators, StringSplitOptions.None);
        return Value.List(Array.ConvertAll(parts, Value.Of));
    }

    private static Value Normalize(ReadOnlySpan<Value> arguments)
    {
        var text = Arguments.Text(arguments[0]);
        var form = (arguments.Length > 1 ? Arguments.Text(arguments[1]) : "NFC").ToUpperInvariant() switch
        {
            "NFC" => NormalizationForm.FormC,
            "NFD" => NormalizationForm.FormD,
            "NFKC" => NormalizationForm.FormKC,
            "NFKD" => NormalizationForm.FormKD,
            _ => throw new CypherException(
                ValueErrors.SyntaxErrorCode, "Invalid normal form, expected NFC, NFD, NFKC, NFKD"),
        };
        return Value.Of(TextNormalizer.Normalize(text, form));
    }
}
