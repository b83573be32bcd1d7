namespace Graph.Language.Dates;

/// <summary>What a rule makes of the words from some position on.</summary>
/// <param name="End">One past the last token.</param>
/// <param name="Value">ISO 8601; null where it cannot be told.</param>
/// <param name="Rule">Identifier of the rule.</param>
internal readonly record struct DateMatch(int End, string? Value, DatePrecision Precision, string Rule)
{
    public static DateMatch OfDay(int end, DateOnly? date, string rule) =>
        new(end, date is { } day ? Iso.Day(day) : null, DatePrecision.Day, rule);

    public static DateMatch OfMonth(int end, DateOnly? date, string rule) =>
        new(end, date is { } day ? Iso.Month(day) : null, DatePrecision.Month, rule);

    public static DateMatch OfYear(int end, int? year, string rule) =>
        new(end, year is { } number ? Iso.Year(number) : null, DatePrecision.Year, rule);

    public static DateMatch OfInterval(int end, (DateOnly First, DateOnly Last)? days, string rule) =>
        new(end, days is { } span ? Iso.Interval(span.First, span.Last) : null, DatePrecision.Interval, rule);

    /// <summary>A time that only another one of the text could tell: "the same day".</summary>
    public static DateMatch Unresolved(int end, DatePrecision precision, string rule) => new(end, null, precision, rule);
}
