using System.Collections.Frozen;
using System.Globalization;
using Graph.Language.Resources;

namespace Graph.Language.Dates;

/// <summary>A word of dates.</summary>
internal readonly record struct DateWord(DateWordKind Kind, int Value);

/// <summary>The words that date expressions are made of.</summary>
internal sealed class DateVocabulary
{
    private readonly FrozenDictionary<string, DateWord> words;
    private readonly FrozenDictionary<string, DateWord> names;

    public DateVocabulary()
    {
        var all = EmbeddedLines.Read("Dates.vocabulary.txt").Select(Entry).ToList();
        names = all.Where(IsName).ToFrozenDictionary(entry => entry.Form, entry => entry.Word, StringComparer.Ordinal);
        words = all.Where(entry => !IsName(entry)).ToFrozenDictionary(entry => entry.Form, entry => entry.Word, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Looks a token up; figures and ordinals in figures ("5th") count as numbers and ordinals.</summary>
    public DateWord this[string form]
    {
        get
        {
            if (names.TryGetValue(form, out var word) || words.TryGetValue(form, out word))
            {
                return word;
            }

            return char.IsAsciiDigit(form[0]) ? Figure(form) : default;
        }
    }

    private static DateWord Figure(string form)
    {
        var digits = form.AsSpan().IndexOfAnyExceptInRange('0', '9') is var end && end < 0 ? form.Length : end;
        if (digits > 4)
        {
            return default;
        }

        var value = int.Parse(form.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture);
        return form[digits..] switch
        {
            "" => new DateWord(DateWordKind.Number, value),
            "st" or "nd" or "rd" or "th" => new DateWord(DateWordKind.Ordinal, value),
            _ => default,
        };
    }

    private static bool IsName((string Form, DateWord Word) entry) => entry.Word.Kind is DateWordKind.Month or DateWordKind.Weekday;

    private static (string Form, DateWord Word) Entry(ResourceLine line)
    {
        var columns = line.Text.Split('\t');
        return columns.Length == 3
            && Enum.TryParse<DateWordKind>(columns[0].Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var kind)
            && int.TryParse(columns[2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
                ? (columns[1], new DateWord(kind, value))
                : throw line.Fault("an entry is a kind, a form and a whole number, parted by tabs");
    }
}
