namespace Graph.Embedded.Values.Temporal;

/// <summary>Builds temporal values from map fields: <c>{year: 2020, week: 3}</c>, <c>{date: d, hour: 4}</c>.</summary>
internal static class TemporalBuilder
{
    private static readonly string[] DateFields =
        ["year", "quarter", "month", "week", "day", "dayOfWeek", "dayOfQuarter", "ordinalDay", "date"];

    private static readonly string[] TimeFields =
        ["hour", "minute", "second", "millisecond", "microsecond", "nanosecond", "time"];

    /// <summary>The value of a kind that the fields describe; a field that is null counts as not given.</summary>
    /// <exception cref="CypherException">A field is unknown, out of range, or needs one that is missing.</exception>
    public static Value Build(ValueKind kind, MapValue fields, Func<Zone> defaultZone)
    {
        CheckNames(kind, fields);
        fields = MapValue.From(fields.Where(static field => !field.Value.IsNull));
        var zone = fields.TryGetValue("timezone", out var name) ? ZoneOf(name) : null;
        if (fields.ContainsKey("epochSeconds") || fields.ContainsKey("epochMillis"))
        {
            return FromEpoch(fields, zone ?? Zone.Utc);
        }

        var (baseDay, baseNanos, baseZone) = ReadBase(kind, fields);
        if (zone is not null && baseZone is not null)
        {
            // The fields count in the zone of the base, and the instant they give is then seen from the zone asked for.
            return TemporalParts.AtZone(Assemble(kind, fields, baseDay, baseNanos, baseZone, isTruncated: false), zone);
        }

        return Assemble(
            kind, fields, baseDay, baseNanos, zone ?? baseZone ?? (HasZone(kind) ? defaultZone() : Zone.Utc), isTruncated: false);
    }

    /// <summary>A value of parts, with what the fields say in place of them.</summary>
    /// <param name="isTruncated">Small fields then add to the parts of a second that are left, rather than replace them.</param>
    public static Value Assemble(
        ValueKind kind, MapValue fields, long? baseDay, long? baseNanos, Zone zone, bool isTruncated)
    {
        var day = kind is ValueKind.Time or ValueKind.LocalTime ? 0 : Day(fields, baseDay);
        if (kind == ValueKind.Date)
        {
            return Value.Date(day);
        }

        // A date-time may leave the time out; a time may not.
        var isTime = kind is ValueKind.Time or ValueKind.LocalTime;
        var nanos = Nanos(fields, baseNanos, isTime, isTruncated);
        return kind switch
        {
            ValueKind.LocalTime => Value.LocalTime(nanos),
            ValueKind.Time => Value.Time(nanos, zone.OffsetAt(0)),
            ValueKind.LocalDateTime => TemporalParts.LocalDateTime(day, nanos),
            _ => TemporalParts.DateTime(day, nanos, zone),
        };
    }

    public static Zone ZoneOf(Value name) => name.Kind == ValueKind.String
        ? TemporalParser.ZoneOf(name.AsString)
        : throw ValueErrors.Type($"Cannot assign time zone: {name}");

    private static bool HasZone(ValueKind kind) => kind is ValueKind.Time or ValueKind.DateTime;

    private static void CheckNames(ValueKind kind, MapValue fields)
    {
        foreach (var name in fields.Keys)
        {
            var isKnown = (kind is not (ValueKind.Time or ValueKind.LocalTime) && DateFields.Contains(name))
                || (kind != ValueKind.Date && TimeFields.Contains(name))
                || (name == "datetime" && kind is ValueKind.LocalDateTime or ValueKind.DateTime)
                || (name == "timezone" && HasZone(kind))
                || (name is "epochSeconds" or "epochMillis" && kind == ValueKind.DateTime);
            if (!isKnown)
            {
                throw DateFields.Contains(name) || TimeFields.Contains(name)
                    ? ValueErrors.Type($"Not supported: {name}")
                    : ValueErrors.Argument($"No such field: {name}");
            }
        }
    }

    private static Value FromEpoch(MapValue fields, Zone zone)
    {
        var nanos = fields.TryGetValue("nanosecond", out var given) ? Whole("nanosecond", given) : 0;
        var seconds = fields.TryGetValue("epochSeconds", out var value) ? Whole("epochSeconds", value) : 0;
        if (fields.TryGetValue("epochMillis", out value))
        {
            var millis = Whole("epochMillis", value);
            seconds = CivilDate.FloorDiv(millis, 1000);
            nanos += CivilDate.FloorMod(millis, 1000) * 1_000_000;
        }

        seconds += CivilDate.FloorDiv(nanos, CivilDate.NanosPerSecond);
        return Value.DateTime(seconds, (int)CivilDate.FloorMod(nanos, CivilDate.NanosPerSecond), zone);
    }

    private static (long? Day, long? Nanos, Zone? Zone) ReadBase(ValueKind kind, MapValue fields)
    {
        if (fields.TryGetValue("datetime", out var whole))
        {
            return TemporalParts.HasDate(whole) && TemporalParts.HasTime(whole)
                ? (TemporalParts.DayOf(whole), TemporalParts.NanosOf(whole), TemporalParts.ZoneOf(whole))
                : throw ValueErrors.Type($"Cannot select datetime from: {ValueText.Plain(whole)}");
        }

        long? day = fields.TryGetValue("date", out var date) ? TemporalParts.DayOf(date) : null;
        if (!fields.TryGetValue("time", out var time))
        {
            return (day, null, null);
        }

        // Without a date a named zone has no offset but the one of the base's own date.
        var zone = kind == ValueKind.Time && time.Kind == ValueKind.DateTime
            ? Zone.FixedOffset(time.OffsetSeconds)
            : TemporalParts.ZoneOf(time);
        return (day, TemporalParts.NanosOf(time), zone);
    }

    private static long Day(MapValue fields, long? baseDay)
    {
        CivilDate? origin = baseDay is { } known ? CivilDate.FromEpochDay(known) : null;
        if (fields.ContainsKey("week") || (origin is not null && fields.ContainsKey("dayOfWeek")))
        {
            return TemporalFields.Week(
                Field(fields, "year", origin?.WeekYear, null), Field(fields, "week", origin?.Week, null),
                Field(fields, "dayOfWeek", origin?.DayOfWeek, 1));
        }

        if (fields.ContainsKey("quarter") || (origin is not null && fields.ContainsKey("dayOfQuarter")))
        {
            return Quarter(fields, origin);
        }

        var year = Field(fields, "year", origin?.Year, null);
        if (fields.ContainsKey("ordinalDay"))
        {
            return TemporalFields.Ordinal(year, Field(fields, "ordinalDay", null, 1));
        }

        RequireParent(fields, origin, "day", "month");
        RequireParent(fields, origin, "dayOfWeek", "week");
        RequireParent(fields, origin, "dayOfQuarter", "quarter");
        var month = Field(fields, "month", origin?.Month, 1);
        var day = Field(fields, "day", origin?.Day, 1);

        // A day that comes with the base gives way to a shorter month.
        var last = fields.ContainsKey("day") || month is < 1 or > 12 ? day : Math.Min(day, CivilDate.LengthOfMonth(year, (int)month));
        return TemporalFields.Calendar(year, month, last);
    }

    // Another quarter of a known date keeps the month within the quarter and the day, unless the day of the quarter is given.
    private static long Quarter(MapValue fields, CivilDate? origin)
    {
        var year = Field(fields, "year", origin?.Year, null);
        var quarter = Field(fields, "quarter", origin?.Quarter, null);
        if (fields.ContainsKey("dayOfQuarter") || origin is not { } date)
        {
            return TemporalFields.Quarter(year, quarter, Field(fields, "dayOfQuarter", null, 1));
        }

        TemporalFields.Check("QuarterOfYear", quarter, 1, 4);
        var month = ((quarter - 1) * 3) + ((date.Month - 1) % 3) + 1;
        return TemporalFields.Calendar(year, month, date.Day);
    }

    private static long Nanos(MapValue fields, long? baseNanos, bool isHourRequired, bool isTruncated)
    {
        var second = baseNanos / CivilDate.NanosPerSecond;
        if (baseNanos is null)
        {
            if (isHourRequired && !fields.ContainsKey("hour"))
            {
                throw ValueErrors.Argument("hour must be specified");
            }

            RequireParent(fields, null, "minute", "hour");
            RequireParent(fields, null, "second", "minute");
            foreach (var fraction in (string[])["millisecond", "microsecond", "nanosecond"])
            {
                RequireParent(fields, null, fraction, "second");
            }
        }

        return TemporalFields.NanosOfDay(
            Field(fields, "hour", second / 3600, 0), Field(fields, "minute", second / 60 % 60, 0),
            Field(fields, "second", second % 60, 0), Fraction(fields, baseNanos % CivilDate.NanosPerSecond ?? 0, isTruncated));
    }

    private static long Fraction(MapValue fields, long baseNanos, bool isTruncated)
    {
        var hasMillis = fields.ContainsKey("millisecond");
        var hasMicros = fields.ContainsKey("microsecond");
        var hasNanos = fields.ContainsKey("nanosecond");
        if (!hasMillis && !hasMicros && !hasNanos)
        {
            return baseNanos;
        }

        var millis = Limited(fields, "millisecond", "Millisecond", 999);
        var micros = Limited(fields, "microsecond", "Microsecond", hasMillis ? 999 : 999_999);
        var nanos = Limited(fields, "nanosecond", "Nanosecond", hasMicros ? 999 : hasMillis ? 999_999 : 999_999_999);
        var given = (millis * 1_000_000) + (micros * 1000) + nanos;
        return isTruncated ? baseNanos + given : given;
    }

    private static long Limited(MapValue fields, string name, string title, long max)
    {
        var value = Field(fields, name, null, 0);
        return value >= 0 && value <= max ? value : throw ValueErrors.Argument($"Invalid value for {title}: {value}");
    }

    private static void RequireParent(MapValue fields, CivilDate? origin, string child, string parent)
    {
        if (origin is null && fields.ContainsKey(child) && !fields.ContainsKey(parent))
        {
            throw ValueErrors.Argument($"{child} cannot be specified without {parent}");
        }
    }

    private static long Field(MapValue fields, string name, long? fromBase, long? missing)
    {
        if (fields.TryGetValue(name, out var value))
        {
            return Whole(name, value);
        }

        return fromBase ?? missing ?? throw ValueErrors.Argument($"{name} must be specified");
    }

    private static long Whole(string name, Value value) => value.Kind == ValueKind.Integer
        ? value.AsInteger
        : throw new CypherException(
            ValueErrors.ExecutionFailedCode, $"{name} must be an integer value, but was a {ValueErrors.NameOf(value.Kind)}");
}
