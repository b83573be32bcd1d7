namespace Graph.Embedded.Values;

/// <summary>A duration: months, days and seconds are kept apart, since neither a month nor a day has a fixed length.</summary>
/// <remarks><see cref="Nanos"/> is 0 to 999999999; a negative part of a second lowers <see cref="Seconds"/>.</remarks>
public sealed record DurationValue
{
    /// <summary>Length of an average month (a 400th of 4,800 Gregorian months), used where parts must be compared or split.</summary>
    public const long SecondsPerMonth = 2_629_746;

    private const int NanosPerSecond = 1_000_000_000;
    private const int SecondsPerDay = 86_400;

    /// <param name="nanos">Any amount; whole seconds are carried.</param>
    /// <exception cref="CypherException">The seconds overflow.</exception>
    public DurationValue(long months, long days, long seconds, long nanos = 0)
    {
        var carry = Math.DivRem(nanos, NanosPerSecond, out var rest);
        if (rest < 0)
        {
            rest += NanosPerSecond;
            carry--;
        }

        Months = months;
        Days = days;
        Seconds = ValueErrors.CheckedAdd(seconds, carry);
        Nanos = (int)rest;
    }

    public static DurationValue Zero { get; } = new(0, 0, 0);

    public long Months { get; }

    public long Days { get; }

    public long Seconds { get; }

    public int Nanos { get; }

    /// <summary>Seconds it takes on average, by which durations are ordered.</summary>
    internal Int128 AverageNanos =>
        (((Int128)Months * SecondsPerMonth + (Int128)Days * SecondsPerDay + Seconds) * NanosPerSecond) + Nanos;

    public DurationValue Plus(DurationValue other) => new(
        ValueErrors.CheckedAdd(Months, other.Months), ValueErrors.CheckedAdd(Days, other.Days),
        ValueErrors.CheckedAdd(Seconds, other.Seconds), (long)Nanos + other.Nanos);

    public DurationValue Negate() => new(-Months, -Days, -Seconds, -(long)Nanos);

    /// <summary>Each part times the factor; what is left of a month goes to days, of a day to seconds.</summary>
    public DurationValue Times(double factor) =>
        Approximate(Months * factor, Days * factor, Seconds * factor, Nanos * factor);

    /// <summary>Exact for whole factors.</summary>
    public DurationValue Times(long factor)
    {
        var total = (((Int128)Seconds * NanosPerSecond) + Nanos) * factor;
        var seconds = total / NanosPerSecond;
        if (seconds > long.MaxValue || seconds < long.MinValue)
        {
            throw ValueErrors.LongOverflow();
        }

        return new(
            ValueErrors.CheckedMultiply(Months, factor), ValueErrors.CheckedMultiply(Days, factor), (long)seconds,
            (long)(total % NanosPerSecond));
    }

    /// <summary>A duration of fractional parts: the fraction of a month becomes days by its average length, of a day seconds.</summary>
    internal static DurationValue Approximate(double months, double days, double seconds, double nanos)
    {
        var wholeMonths = Math.Truncate(months);
        var monthRest = (months - wholeMonths) * SecondsPerMonth;
        var daysOfMonth = Math.Truncate(monthRest / SecondsPerDay);
        var allDays = days + daysOfMonth;
        var wholeDays = Math.Truncate(allDays);
        var rest = (monthRest - (daysOfMonth * SecondsPerDay)) + ((allDays - wholeDays) * SecondsPerDay);
        var allSeconds = seconds + rest;
        var wholeSeconds = Math.Truncate(allSeconds);
        var restNanos = Math.Round((allSeconds - wholeSeconds) * NanosPerSecond) + Math.Truncate(nanos);
        return new(Whole(wholeMonths), Whole(wholeDays), Whole(wholeSeconds), Whole(restNanos));
    }

    private static long Whole(double value) =>
        value is >= -9.2233720368547758e18 and < 9.2233720368547758e18 ? (long)value : throw ValueErrors.LongOverflow();
}
