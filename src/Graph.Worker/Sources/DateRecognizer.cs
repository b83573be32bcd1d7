using System.Globalization;
using System.Text.RegularExpressions;

namespace Graph.Worker.Sources;

/// <summary>Publication dates as articles write them.</summary>
internal static partial class DateRecognizer
{
    private const int SearchedLines = 8;

    private static readonly string[] DayFormats =
    [
        "yyyy-MM-dd", "yyyy/MM/dd", "yyyyMMdd", "MMMM d, yyyy", "MMM d, yyyy", "MMM. d, yyyy", "d MMMM yyyy", "d MMM yyyy", "d MMM. yyyy",
        "dddd, MMMM d, yyyy", "dddd MMMM d, yyyy", "dddd, d MMMM yyyy", "dddd d MMMM yyyy", "ddd, d MMM yyyy", "ddd, MMM d, yyyy",
    ];

    /// <summary>Reads a date of a field: a day in a usual form, or an ISO 8601 or RFC 822 time, whose own offset decides the day.</summary>
    public static bool TryParse(string text, out DateOnly date)
    {
        var trimmed = text.Trim();
        if (DateOnly.TryParseExact(trimmed, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out date))
        {
            return true;
        }

        // Only a text with a full year may go to the lenient parser: it would complete "March 11" from the clock.
        if (FullYear().IsMatch(trimmed)
            && DateTimeOffset.TryParse(trimmed, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            && Numbers().Count(trimmed) >= 3)
        {
            date = DateOnly.FromDateTime(time.DateTime);
            return true;
        }

        date = default;
        return false;
    }

    /// <summary>The date that stands alone on one of the first lines, or in a dateline with its year; null where there is none.</summary>
    public static DateOnly? FromFirstLines(string text)
    {
        foreach (var line in Lines.WithText(text).Take(SearchedLines))
        {
            var alone = DatePrefix().Replace(line, "");
            if (alone.Length <= 60 && TryParse(TimeSuffix().Replace(alone, ""), out var date))
            {
                return date;
            }

            var dateline = Dateline().Match(line);
            if (dateline.Success && TryParse(dateline.Groups["date"].Value, out date))
            {
                return date;
            }
        }

        return null;
    }

    [GeneratedRegex(@"\b\d{4}\b|^\d{8}")]
    private static partial Regex FullYear();

    [GeneratedRegex(@"\d+|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*", RegexOptions.IgnoreCase)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^(?:Date|Dated|Published|Posted|Updated|Last updated|Issued)(?:\s+on)?\s*:?\s+", RegexOptions.IgnoreCase)]
    private static partial Regex DatePrefix();

    [GeneratedRegex(@"[,\s]+(?:at\s+)?\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?$", RegexOptions.IgnoreCase)]
    private static partial Regex TimeSuffix();

    // "GENEVA, Switzerland, March 3, 2024 (Agency) -" and "PARIS, 3 March 2024 -"
    [GeneratedRegex(@"^\p{Lu}[\p{Lu}\s.'-]+,\s(?:[\p{L}\s.]+,\s)?(?<date>\p{L}{3,9}\.?\s\d{1,2},\s\d{4}|\d{1,2}\s\p{L}{3,9}\.?\s\d{4})\s*(?:\([^)]*\)\s*)?[-–—:]")]
    private static partial Regex Dateline();
}
