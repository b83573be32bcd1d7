namespace Graph.Embedded.Values.Temporal;

/// <summary>Arithmetic of the proleptic Gregorian calendar over years -999999999 to 999999999.</summary>
/// <remarks>Days are counted in cycles of 400 years that begin on 1 March, so that the leap day ends its year.</remarks>
internal readonly record struct CivilDate(long Year, int Month, int Day)
{
    public const long MinYear = -999_999_999;
    public const long MaxYear = 999_999_999;
    public const long SecondsPerDay = 86_400;
    public const long NanosPerSecond = 1_000_000_000;
    public const long NanosPerDay = SecondsPerDay * NanosPerSecond;

    /// <summary>Days of 400 years, a whole number of weeks.</summary>
    public const long DaysPerCycle = 146_097;

    private const long DaysFromCycleStartToEpoch = 719_468;
    private const long MinDay = -365_243_219_162;
    private const long MaxDay = 365_241_780_471;

    public long EpochDay
    {
        get
        {
            var year = Month <= 2 ? Year - 1 : Year;
            var cycle = FloorDiv(year, 400);
            var yearOfCycle = year - (cycle * 400);
            var dayOfYear = (((153 * (Month + (Month > 2 ? -3 : 9))) + 2) / 5) + Day - 1;
            var dayOfCycle = (yearOfCycle * 365) + (yearOfCycle / 4) - (yearOfCycle / 100) + dayOfYear;
            return (cycle * DaysPerCycle) + dayOfCycle - DaysFromCycleStartToEpoch;
        }
    }

    public int OrdinalDay => (int)(EpochDay - new CivilDate(Year, 1, 1).EpochDay) + 1;

    public int Quarter => ((Month - 1) / 3) + 1;

    public int DayOfQuarter => (int)(EpochDay - new CivilDate(Year, (Quarter * 3) - 2, 1).EpochDay) + 1;

    /// <summary>Monday is 1.</summary>
    public int DayOfWeek => (int)FloorMod(EpochDay + 3, 7) + 1;

    /// <summary>The year whose weeks, by ISO 8601, hold the date: that of the week's Thursday.</summary>
    public long WeekYear => FromEpochDay(EpochDay - DayOfWeek + 4).Year;

    public int Week => (int)((EpochDay - DayOfWeek + 4 - new CivilDate(WeekYear, 1, 1).EpochDay) / 7) + 1;

    public static CivilDate FromEpochDay(long epochDay)
    {
        var day = epochDay + DaysFromCycleStartToEpoch;
        var cycle = FloorDiv(day, DaysPerCycle);
        var dayOfCycle = day - (cycle * DaysPerCycle);
        var yearOfCycle = (dayOfCycle - (dayOfCycle / 1460) + (dayOfCycle / 36524) - (dayOfCycle / 146096)) / 365;
        var dayOfYear = dayOfCycle - ((365 * yearOfCycle) + (yearOfCycle / 4) - (yearOfCycle / 100));
        var shiftedMonth = ((5 * dayOfYear) + 2) / 153;
        var month = (int)(shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9);
        var year = yearOfCycle + (cycle * 400) + (month <= 2 ? 1 : 0);
        return new CivilDate(year, month, (int)(dayOfYear - (((153 * shiftedMonth) + 2) / 5)) + 1);
    }

    /// <summary>The date after a number of months; a day that the month lacks becomes its last.</summary>
    public CivilDate PlusMonths(long months)
    {
        var total = ValueErrors.CheckedAdd((Year * 12) + Month - 1, months);
        var year = CheckYear(FloorDiv(total, 12));
        var month = (int)FloorMod(total, 12) + 1;
        return new CivilDate(year, month, Math.Min(Day, LengthOfMonth(year, month)));
    }

    /// <summary>The Monday that begins week 1 of a week year.</summary>
    public static long StartOfWeekYear(long weekYear)
    {
        var january4 = new CivilDate(weekYear, 1, 4);
        return january4.EpochDay - january4.DayOfWeek + 1;
    }

    public static bool IsLeapYear(long year) => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    public static int LengthOfMonth(long year, int month) => month switch
    {
        2 => IsLeapYear(year) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };

    public static long CheckYear(long year) => year is >= MinYear and <= MaxYear
        ? year
        : throw new CypherException(
            ValueErrors.ArithmeticErrorCode,
            $"Invalid value for Year (valid values -999999999 - 999999999): {year}");

    public static long CheckDay(long epochDay)
    {
        if (epochDay is < MinDay or > MaxDay)
        {
            // Far beyond the range the year itself would overflow; the message then names the limit passed.
            var bounded = Math.Clamp(epochDay, MinDay - DaysPerCycle, MaxDay + DaysPerCycle);
            CheckYear(FromEpochDay(bounded).Year);
        }

        return epochDay;
    }

    public static long FloorDiv(long value, long divisor)
    {
        var quotient = Math.DivRem(value, divisor, out var rest);
        return rest < 0 ? quotient - 1 : quotient;
    }

    public static long FloorMod(long value, long divisor) => value - (FloorDiv(value, divisor) * divisor);
}
