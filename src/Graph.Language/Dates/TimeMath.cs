namespace Graph.Language.Dates;

/// <summary>Adds amounts of time to a day.</summary>
internal static class TimeMath
{
    // Longer than any article looks back or forward; keeps figures like "9999 years" inside the calendar.
    private const int MostYears = 1500;

    /// <summary>The day <paramref name="count"/> units later, or earlier where it is negative.</summary>
    public static DateOnly Add(DateOnly day, int count, TimeUnit unit)
    {
        var years = unit switch
        {
            TimeUnit.Year => count,
            TimeUnit.Decade => 10 * count,
            TimeUnit.Century => 100 * count,
            _ => 0,
        };
        return unit switch
        {
            TimeUnit.Week or TimeUnit.Weekend => day.AddDays(7 * count),
            TimeUnit.Fortnight => day.AddDays(14 * count),
            TimeUnit.Month => day.AddMonths(count),
            TimeUnit.Quarter => day.AddMonths(3 * count),
            TimeUnit.Hour => day.AddDays(count / 24),
            TimeUnit.Day => day.AddDays(count),
            _ => day.AddYears(Math.Clamp(years, -MostYears, MostYears)),
        };
    }
}
