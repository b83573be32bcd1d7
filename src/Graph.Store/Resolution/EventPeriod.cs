using System.Globalization;

namespace Graph.Store.Resolution;

/// <summary>The days that an event's date covers.</summary>
/// <param name="Start">First day.</param>
/// <param name="End">Last day, inclusive.</param>
internal readonly record struct EventPeriod(DateOnly Start, DateOnly End)
{
    private const int LongestFine = 7;
    private const int LongestCompared = 62;

    /// <summary>Whether the date says the days, not only a month or a season.</summary>
    public bool IsFine => End.DayNumber - Start.DayNumber < LongestFine;

    /// <summary>Whether the date is precise enough to compare events by it at all; a year is not.</summary>
    public bool IsComparable => End.DayNumber - Start.DayNumber < LongestCompared;

    public bool Overlaps(EventPeriod other) => Start <= other.End && other.Start <= End;

    /// <summary>The months it touches, yyyy-MM.</summary>
    public IEnumerable<string> Months()
    {
        for (var month = new DateOnly(Start.Year, Start.Month, 1); month <= End; month = month.AddMonths(1))
        {
            yield return month.ToString("yyyy-MM");
        }
    }

    /// <summary>Reads an ISO 8601 day, month, year or interval; null for anything else.</summary>
    public static EventPeriod? Parse(string? date)
    {
        if (date?.Split('/') is [var from, var to])
        {
            return Parse(from) is { } first && Parse(to) is { } last && first.Start <= last.End ? new EventPeriod(first.Start, last.End) : null;
        }

        if (Exact(date, "yyyy-MM-dd") is { } day)
        {
            return new EventPeriod(day, day);
        }

        return Exact(date, "yyyy-MM") is { } month ? new EventPeriod(month, month.AddMonths(1).AddDays(-1))
            : Exact(date, "yyyy") is { } year ? new EventPeriod(year, year.AddYears(1).AddDays(-1))
            : null;
    }

    private static DateOnly? Exact(string? text, string format) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
}
