namespace Graph.Language;

/// <summary>How exactly a date is known.</summary>
public enum DatePrecision
{
    Day,
    Month,
    Year,
    Interval,
}

/// <summary>A date or time expression in a sentence.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="End">One past its last token.</param>
/// <param name="Value">ISO 8601: <c>2025-03-11</c>, <c>2025-03</c>, <c>2025</c> or an interval <c>2025-03-03/2025-03-09</c>; null where it needs a document date that is missing.</param>
/// <param name="Precision">How exactly it is known.</param>
/// <param name="Rule">Identifier of the rule that resolved it.</param>
public sealed record DateExpression(int First, int End, string? Value, DatePrecision Precision, string Rule);
