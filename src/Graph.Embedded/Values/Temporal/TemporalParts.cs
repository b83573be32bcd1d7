namespace Graph.Embedded.Values.Temporal;

/// <summary>The date, time and zone that temporal values are made of.</summary>
internal static class TemporalParts
{
    public static bool HasDate(Value value) => value.Kind is ValueKind.Date or ValueKind.LocalDateTime or ValueKind.DateTime;

    public static bool HasTime(Value value) => value.IsTemporal && value.Kind != ValueKind.Date;

    /// <summary>Day on the value's own clock.</summary>
    public static long DayOf(Value value) => value.Kind switch
    {
        ValueKind.Date => value.Bits,
        ValueKind.LocalDateTime or ValueKind.DateTime => CivilDate.FloorDiv(LocalSecondOf(value), CivilDate.SecondsPerDay),
        _ => throw ValueErrors.Type($"Cannot get the date of: {ValueText.Plain(value)}"),
    };

    /// <summary>Nanoseconds of the day on the value's own clock.</summary>
    public static long NanosOf(Value value) => value.Kind switch
    {
        ValueKind.LocalTime or ValueKind.Time => value.Bits,
        ValueKind.LocalDateTime or ValueKind.DateTime =>
            (CivilDate.FloorMod(LocalSecondOf(value), CivilDate.SecondsPerDay) * CivilDate.NanosPerSecond) + value.Extra,
        _ => throw ValueErrors.Type($"Cannot get the time of: {ValueText.Plain(value)}"),
    };

    public static long LocalSecondOf(Value value) =>
        value.Kind == ValueKind.DateTime ? value.Bits + value.OffsetSeconds : value.Bits;

    /// <summary>Zone of a time or date-time; null for the others.</summary>
    public static Zone? ZoneOf(Value value) => value.Kind switch
    {
        ValueKind.Time => Zone.FixedOffset(value.Extra),
        ValueKind.DateTime => value.Zone,
        _ => null,
    };

    public static Value LocalDateTime(long day, long nanosOfDay) => Value.LocalDateTime(
        (CivilDate.CheckDay(day) * CivilDate.SecondsPerDay) + (nanosOfDay / CivilDate.NanosPerSecond),
        (int)(nanosOfDay % CivilDate.NanosPerSecond));

    /// <param name="preferredOffset">Chooses between the two instants of a time that comes twice.</param>
    public static Value DateTime(long day, long nanosOfDay, Zone zone, int? preferredOffset = null)
    {
        var local = LocalDateTime(day, nanosOfDay);
        return Value.DateTime(zone.ToEpochSecond(local.Bits, preferredOffset), local.Extra, zone);
    }

    /// <summary>The same time of day, or instant, at another zone.</summary>
    public static Value AtZone(Value value, Zone zone)
    {
        if (value.Kind == ValueKind.DateTime)
        {
            return Value.DateTime(value.Bits, value.Extra, zone);
        }

        var offset = zone.OffsetAt(0);
        var shifted = value.Bits + ((offset - value.Extra) * CivilDate.NanosPerSecond);
        return Value.Time(CivilDate.FloorMod(shifted, CivilDate.NanosPerDay), offset);
    }
}
