namespace Graph.Embedded.Values.Temporal;

/// <summary>Limits of the fields, checked with the messages of Neo4j.</summary>
internal static class TemporalFields
{
    public static long NanosOfDay(long hour, long minute, long second, long nanos)
    {
        Check("HourOfDay", hour, 0, 23);
        Check("MinuteOfHour", minute, 0, 59);
        Check("SecondOfMinute", second, 0, 59);
        Check("NanoOfSecond", nanos, 0, 999_999_999);
        return ((((hour * 60) + minute) * 60) + second) * CivilDate.NanosPerSecond + nanos;
    }

    public static long Calendar(long year, long month, long day)
    {
        CheckYear(year);
        Check("MonthOfYear", month, 1, 12);
        Check("DayOfMonth", day, 1, 31, "28/31");
        if (day > CivilDate.LengthOfMonth(year, (int)month))
        {
            throw ValueErrors.Argument(month == 2 && day == 29
                ? $"Invalid date 'February 29' as '{year}' is not a leap year"
                : $"Invalid date '{MonthName(month)} {day}'");
        }

        return new CivilDate(year, (int)month, (int)day).EpochDay;
    }

    public static long Week(long weekYear, long week, long dayOfWeek)
    {
        CheckYear(weekYear);
        Check("WeekOfWeekBasedYear", week, 1, 53, "52/53");
        Check("DayOfWeek", dayOfWeek, 1, 7);
        var start = CivilDate.StartOfWeekYear(weekYear);
        if (week == 53 && CivilDate.StartOfWeekYear(weekYear + 1) - start == 52 * 7)
        {
            throw ValueErrors.Argument($"Year {weekYear} does not contain 53 weeks.");
        }

        return start + ((week - 1) * 7) + dayOfWeek - 1;
    }

    public static long Quarter(long year, long quarter, long dayOfQuarter)
    {
        CheckYear(year);
        Check("QuarterOfYear", quarter, 1, 4);
        Check("DayOfQuarter", dayOfQuarter, 1, 92, "90/92");
        if (quarter == 1 && dayOfQuarter == 92)
        {
            // The first quarter's 92nd day is taken for the first of April, as Neo4j does.
            return new CivilDate(year, 4, 1).EpochDay;
        }

        return new CivilDate(year, (int)(quarter * 3) - 2, 1).EpochDay + dayOfQuarter - 1;
    }

    public static long Ordinal(long year, long ordinalDay)
    {
        CheckYear(year);
        Check("DayOfYear", ordinalDay, 1, 366, "365/366");
        if (ordinalDay == 366 && !CivilDate.IsLeapYear(year))
        {
            throw ValueErrors.Argument($"Invalid date 'DayOfYear 366' as '{year}' is not a leap year");
        }

        return new CivilDate(year, 1, 1).EpochDay + ordinalDay - 1;
    }

    public static void Check(string field, long value, long min, long max, string? maxText = null)
    {
        if (value < min || value > max)
        {
            throw ValueErrors.Argument($"Invalid value for {field} (valid values {min} - {maxText ?? $"{max}"}): {value}");
        }
    }

    private static void CheckYear(long year) => Check("Year", year, CivilDate.MinYear, CivilDate.MaxYear);

    private static string MonthName(long month) => month switch
    {
        2 => "FEBRUARY",
        4 => "APRIL",
        6 => "JUNE",
        9 => "SEPTEMBER",
        _ => "NOVEMBER",
    };
}
