using Graph.Embedded.Values.Temporal;

namespace Graph.Embedded.Values;

public readonly partial struct Value
{
    /// <summary>A date by days since 1970-01-01; years -999999999 to 999999999.</summary>
    public static Value Date(long epochDay) => new(ValueKind.Date, CivilDate.CheckDay(epochDay), null);

    public static Value LocalTime(long nanosOfDay) => new(ValueKind.LocalTime, nanosOfDay, null);

    /// <param name="nanosOfDay">Of the local day.</param>
    /// <param name="offsetSeconds">Local time less UTC, -64800 to 64800.</param>
    public static Value Time(long nanosOfDay, int offsetSeconds) => new(ValueKind.Time, nanosOfDay, null, offsetSeconds);

    /// <param name="localSecond">Seconds since 1970-01-01T00:00 on the local clock.</param>
    /// <param name="nanos">0 to 999999999.</param>
    public static Value LocalDateTime(long localSecond, int nanos)
    {
        CivilDate.CheckDay(Math.DivRem(localSecond, CivilDate.SecondsPerDay, out _));
        return new(ValueKind.LocalDateTime, localSecond, null, nanos);
    }

    /// <param name="epochSecond">Seconds since 1970-01-01T00:00Z.</param>
    /// <param name="nanos">0 to 999999999.</param>
    /// <param name="zone">A fixed offset or a named zone.</param>
    public static Value DateTime(long epochSecond, int nanos, Zone zone)
    {
        CivilDate.CheckDay(Math.DivRem(epochSecond, CivilDate.SecondsPerDay, out _));
        return new(ValueKind.DateTime, epochSecond, zone, nanos);
    }

    /// <summary>Days since 1970-01-01 of a date.</summary>
    public long EpochDay => Is(ValueKind.Date) ? Bits : 0;

    /// <summary>Nanoseconds of the local day of a local time or a time.</summary>
    public long NanosOfDay => Kind == ValueKind.Time || Is(ValueKind.LocalTime) ? Bits : 0;

    /// <summary>Seconds since the epoch: on the local clock for a local date-time, in UTC for a date-time.</summary>
    public long EpochSecond => Kind == ValueKind.LocalDateTime || Is(ValueKind.DateTime) ? Bits : 0;

    /// <summary>Nanoseconds of the second of a local date-time or a date-time.</summary>
    public int NanosOfSecond => Kind == ValueKind.LocalDateTime || Is(ValueKind.DateTime) ? Extra : 0;

    /// <summary>The zone of a date-time.</summary>
    public Zone Zone => (Zone)Get(ValueKind.DateTime);

    /// <summary>Local time less UTC, in seconds, of a time or a date-time.</summary>
    public int OffsetSeconds => Kind == ValueKind.Time ? Extra : Zone.OffsetAt(Bits);

    public bool IsTemporal => Kind is >= ValueKind.Date and <= ValueKind.DateTime;
}
