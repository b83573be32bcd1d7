namespace Graph.Language.Dates;

/// <summary>Arithmetic on days. Weeks begin on Monday (ISO 8601), seasons with the month (spring: March to May, of the northern half).</summary>
internal static class CalendarMath
{
    public static int IsoWeekday(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    public static DateOnly Monday(DateOnly day) => day.AddDays(1 - IsoWeekday(day));

    public static (DateOnly First, DateOnly Last) Week(DateOnly day) => (Monday(day), Monday(day).AddDays(6));

    /// <summary>The weekday nearest to <paramref name="day"/>: not after it in the past, not before it in the future.</summary>
    public static DateOnly Weekday(DateOnly day, int weekday, Tense tense)
    {
        var back = (IsoWeekday(day) - weekday + 7) % 7;
        return tense == Tense.Past ? day.AddDays(-back) : day.AddDays((7 - back) % 7);
    }

    /// <summary>The year in which a day of the year lies nearest to <paramref name="anchor"/> on the side of the tense.</summary>
    public static int NearestYear(DateOnly anchor, int month, int dayOfMonth, Tense tense)
    {
        var isAfter = (month, dayOfMonth).CompareTo((anchor.Month, anchor.Day)) > 0;
        var isBefore = (month, dayOfMonth).CompareTo((anchor.Month, anchor.Day)) < 0;
        return tense == Tense.Past ? anchor.Year - (isAfter ? 1 : 0) : anchor.Year + (isBefore ? 1 : 0);
    }

    /// <summary>The first of the month nearest to <paramref name="anchor"/>; the running month counts for either tense.</summary>
    public static DateOnly NearestMonth(DateOnly anchor, int month, Tense tense) =>
        tense == Tense.Past
            ? new DateOnly(anchor.Year - (month > anchor.Month ? 1 : 0), month, 1)
            : new DateOnly(anchor.Year + (month < anchor.Month ? 1 : 0), month, 1);

    /// <summary>First and last day of a season; the winter of a year begins in its December.</summary>
    public static (DateOnly First, DateOnly Last) Season(int year, int season)
    {
        var first = new DateOnly(year, 3 * season, 1);
        return (first, first.AddMonths(3).AddDays(-1));
    }

    public static (DateOnly First, DateOnly Last) Quarter(int year, int quarter)
    {
        var first = new DateOnly(year, 3 * quarter - 2, 1);
        return (first, first.AddMonths(3).AddDays(-1));
    }

    /// <summary>Saturday and Sunday: the last that has begun in the past, the next that has not ended in the future.</summary>
    public static (DateOnly First, DateOnly Last) Weekend(DateOnly day, Tense tense)
    {
        var saturday = tense == Tense.Past ? Weekday(day, 6, Tense.Past) : Monday(day).AddDays(5);
        return (saturday, saturday.AddDays(1));
    }

    public static (DateOnly First, DateOnly Last) Years(int first, int last) =>
        (new DateOnly(first, 1, 1), new DateOnly(last, 12, 31));

    public static DateOnly? Day(int year, int month, int day) =>
        year is > 0 and < 10000 && month is > 0 and < 13 && day > 0 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
}
