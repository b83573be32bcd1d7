namespace Graph.Embedded.Values.Temporal;

/// <summary>Sums of temporal values and durations, and the durations between temporal values.</summary>
internal static class TemporalArithmetic
{
    /// <summary>Months first, then days, both on the local calendar, then seconds on the time line.</summary>
    public static Value Plus(Value value, DurationValue duration)
    {
        switch (value.Kind)
        {
            case ValueKind.Date:
                var days = ValueErrors.CheckedAdd(duration.Days, duration.Seconds / CivilDate.SecondsPerDay);
                return Value.Date(PlusCalendar(value.Bits, duration.Months, days));
            case ValueKind.LocalTime:
                return Value.LocalTime(PlusOfDay(value.Bits, duration));
            case ValueKind.Time:
                return Value.Time(PlusOfDay(value.Bits, duration), value.Extra);
            default:
                var moved = PlusCalendar(value, duration.Months, duration.Days);
                var nanos = (long)moved.Extra + duration.Nanos;
                var seconds = ValueErrors.CheckedAdd(
                    ValueErrors.CheckedAdd(moved.Bits, duration.Seconds), nanos / CivilDate.NanosPerSecond);
                var rest = (int)(nanos % CivilDate.NanosPerSecond);
                return value.Kind == ValueKind.DateTime
                    ? Value.DateTime(seconds, rest, value.Zone)
                    : Value.LocalDateTime(seconds, rest);
        }
    }

    /// <summary>Months, days and seconds from one to the other; only a time where one has no date.</summary>
    public static DurationValue Between(Value from, Value to)
    {
        (from, to) = Align(from, to);
        if (!TemporalParts.HasDate(from))
        {
            return Elapsed(from, to);
        }

        var months = MonthsBetween(from, to);
        var afterMonths = PlusCalendar(from, months, 0);
        var days = DaysBetween(afterMonths, to);
        var rest = Elapsed(PlusCalendar(afterMonths, 0, days), to);
        return new DurationValue(months, days, rest.Seconds, rest.Nanos);
    }

    public static DurationValue InMonths(Value from, Value to)
    {
        (from, to) = Align(from, to);
        return TemporalParts.HasDate(from) ? new DurationValue(MonthsBetween(from, to), 0, 0) : DurationValue.Zero;
    }

    public static DurationValue InDays(Value from, Value to)
    {
        (from, to) = Align(from, to);
        return TemporalParts.HasDate(from) ? new DurationValue(0, DaysBetween(from, to), 0) : DurationValue.Zero;
    }

    public static DurationValue InSeconds(Value from, Value to)
    {
        (from, to) = Align(from, to);
        return Elapsed(from, to);
    }

    // Brings both to one kind: what has no date gets the other's, what has no zone gets the other's; of two zones the first's counts.
    private static (Value From, Value To) Align(Value from, Value to)
    {
        var zone = TemporalParts.ZoneOf(from) ?? TemporalParts.ZoneOf(to);
        if (TemporalParts.HasDate(from) || TemporalParts.HasDate(to))
        {
            var day = TemporalParts.DayOf(TemporalParts.HasDate(from) ? from : to);
            return (DateTimeAt(from, day, zone), DateTimeAt(to, day, zone));
        }

        return BothZoned(from, to)
            ? (from, to)
            : (Value.LocalTime(TemporalParts.NanosOf(from)), Value.LocalTime(TemporalParts.NanosOf(to)));
    }

    private static bool BothZoned(Value from, Value to) =>
        TemporalParts.ZoneOf(from) is not null && TemporalParts.ZoneOf(to) is not null;

    /// <param name="day">The date of what has none.</param>
    private static Value DateTimeAt(Value value, long day, Zone? zone)
    {
        var ownDay = TemporalParts.HasDate(value) ? TemporalParts.DayOf(value) : day;
        var nanos = value.Kind == ValueKind.Date ? 0 : TemporalParts.NanosOf(value);
        return value.Kind switch
        {
            _ when zone is null => TemporalParts.LocalDateTime(ownDay, nanos),
            ValueKind.DateTime => TemporalParts.AtZone(value, zone),
            ValueKind.Time => TemporalParts.AtZone(TemporalParts.DateTime(ownDay, nanos, Zone.FixedOffset(value.OffsetSeconds)), zone),
            _ => TemporalParts.DateTime(ownDay, nanos, zone),
        };
    }

    private static DurationValue Elapsed(Value from, Value to)
    {
        switch (from.Kind)
        {
            case ValueKind.LocalTime:
                return new DurationValue(0, 0, 0, to.Bits - from.Bits);
            case ValueKind.Time:
                return new DurationValue(0, 0, from.Extra - to.Extra, to.Bits - from.Bits);
            default:
                return new DurationValue(0, 0, to.Bits - from.Bits, to.Extra - from.Extra);
        }
    }

    private static long MonthsBetween(Value from, Value to)
    {
        var start = CivilDate.FromEpochDay(TemporalParts.DayOf(from));
        var end = CivilDate.FromEpochDay(EndDay(from, to));
        var packedStart = (((start.Year * 12) + start.Month - 1) * 32) + start.Day;
        var packedEnd = (((end.Year * 12) + end.Month - 1) * 32) + end.Day;
        return (packedEnd - packedStart) / 32;
    }

    private static long DaysBetween(Value from, Value to) => EndDay(from, to) - TemporalParts.DayOf(from);

    // The last day is not complete where the time of day has not been reached.
    private static long EndDay(Value from, Value to)
    {
        var (startDay, endDay) = (TemporalParts.DayOf(from), TemporalParts.DayOf(to));
        var (startNanos, endNanos) = (TemporalParts.NanosOf(from), TemporalParts.NanosOf(to));
        if (endDay > startDay && endNanos < startNanos)
        {
            return endDay - 1;
        }

        return endDay < startDay && endNanos > startNanos ? endDay + 1 : endDay;
    }

    private static Value PlusCalendar(Value value, long months, long days)
    {
        if (months == 0 && days == 0)
        {
            return value;
        }

        var day = PlusCalendar(TemporalParts.DayOf(value), months, days);
        var nanos = TemporalParts.NanosOf(value);
        return value.Kind == ValueKind.DateTime
            ? TemporalParts.DateTime(day, nanos, value.Zone, value.OffsetSeconds)
            : TemporalParts.LocalDateTime(day, nanos);
    }

    private static long PlusCalendar(long day, long months, long days)
    {
        var afterMonths = months == 0 ? day : CivilDate.FromEpochDay(day).PlusMonths(months).EpochDay;
        return CivilDate.CheckDay(ValueErrors.CheckedAdd(afterMonths, days));
    }

    private static long PlusOfDay(long nanosOfDay, DurationValue duration) => CivilDate.FloorMod(
        nanosOfDay + (duration.Seconds % CivilDate.SecondsPerDay * CivilDate.NanosPerSecond) + duration.Nanos,
        CivilDate.NanosPerDay);
}
