namespace Graph.Embedded.Values.Temporal;

/// <summary>Cuts a temporal value down to a unit and then sets fields.</summary>
internal static class TemporalTruncation
{
    private enum Unit
    {
        Millennium,
        Century,
        Decade,
        Year,
        WeekYear,
        Quarter,
        Month,
        Week,
        Day,
        Hour,
        Minute,
        Second,
        Millisecond,
        Microsecond,
    }

    /// <param name="kind">Kind of the result.</param>
    /// <param name="unit">Name of the unit, such as <c>weekYear</c>, in any case.</param>
    /// <param name="input">A value with the parts that the result needs.</param>
    /// <param name="fields">Set after truncation.</param>
    /// <param name="defaultZone">Zone of a result whose input has none.</param>
    public static Value Truncate(ValueKind kind, string unit, Value input, MapValue fields, Func<Zone> defaultZone)
    {
        if (!Enum.TryParse<Unit>(unit, ignoreCase: true, out var parsed) || char.IsAsciiDigit(unit[0]))
        {
            throw new CypherException(ValueErrors.ExecutionFailedCode, $"Unsupported unit: {unit}");
        }

        var isTime = kind is ValueKind.Time or ValueKind.LocalTime;
        if (kind == ValueKind.Date && parsed > Unit.Day)
        {
            throw ValueErrors.Type($"Unit too small for truncation: {parsed}s");
        }

        if (isTime && parsed < Unit.Day)
        {
            throw ValueErrors.Type("Unit is too large to be used for truncation");
        }

        long? day = isTime ? null : Day(CivilDate.FromEpochDay(TemporalParts.DayOf(input)), parsed);
        var keepsTime = parsed > Unit.Day && kind != ValueKind.Date;
        var nanos = !isTime && input.Kind == ValueKind.Date ? 0 : TemporalParts.NanosOf(input);
        var zone = fields.TryGetValue("timezone", out var name)
            ? TemporalBuilder.ZoneOf(name)
            : TemporalParts.ZoneOf(input) ?? (kind is ValueKind.Time or ValueKind.DateTime ? defaultZone() : Zone.Utc);
        if (kind == ValueKind.Time && input.Kind == ValueKind.DateTime && !fields.ContainsKey("timezone"))
        {
            zone = Zone.FixedOffset(input.OffsetSeconds);
        }

        return TemporalBuilder.Assemble(kind, fields, day, keepsTime ? Nanos(nanos, parsed) : 0, zone, isTruncated: true);
    }

    private static long Day(CivilDate date, Unit unit) => unit switch
    {
        Unit.Millennium => StartOf(date.Year, 1000),
        Unit.Century => StartOf(date.Year, 100),
        Unit.Decade => StartOf(date.Year, 10),
        Unit.Year => StartOf(date.Year, 1),
        Unit.WeekYear => CivilDate.StartOfWeekYear(date.WeekYear),
        Unit.Quarter => new CivilDate(date.Year, (date.Quarter * 3) - 2, 1).EpochDay,
        Unit.Month => new CivilDate(date.Year, date.Month, 1).EpochDay,
        Unit.Week => date.EpochDay - date.DayOfWeek + 1,
        _ => date.EpochDay,
    };

    // Rounds towards year 0, as Neo4j does: the decade of -17 is -10.
    private static long StartOf(long year, long span) => new CivilDate(year / span * span, 1, 1).EpochDay;

    private static long Nanos(long nanos, Unit unit)
    {
        var size = unit switch
        {
            Unit.Hour => 3600 * CivilDate.NanosPerSecond,
            Unit.Minute => 60 * CivilDate.NanosPerSecond,
            Unit.Second => CivilDate.NanosPerSecond,
            Unit.Millisecond => 1_000_000,
            _ => 1000,
        };
        return nanos - (nanos % size);
    }
}
