using Graph.Embedded.Values;
using Graph.Embedded.Values.Temporal;

namespace Graph.Embedded.Functions;

/// <summary>Constructors, clocks and truncation of temporal values.</summary>
internal static class TemporalFunctions
{
    private const string Category = "Temporal";

    public static IReadOnlyList<ScalarFunction> All { get; } =
    [
        .. Family("date", "DATE", "date", ValueKind.Date),
        .. Family("localtime", "LOCAL TIME", "local time", ValueKind.LocalTime),
        .. Family("time", "ZONED TIME", "time with an offset", ValueKind.Time),
        .. Family("localdatetime", "LOCAL DATETIME", "local date and time", ValueKind.LocalDateTime),
        .. Family("datetime", "ZONED DATETIME", "date and time with a zone", ValueKind.DateTime),
        new("datetime.fromepoch", Category,
            ["datetime.fromepoch(seconds :: INTEGER | FLOAT, nanoseconds :: INTEGER | FLOAT) :: ZONED DATETIME"],
            "The date and time so many seconds and nanoseconds after 1970-01-01T00:00Z.", (2, 2), static (a, _) => FromEpoch(a),
            passesNull: true),
        new("datetime.fromepochmillis", Category,
            ["datetime.fromepochmillis(milliseconds :: INTEGER | FLOAT) :: ZONED DATETIME"],
            "The date and time so many milliseconds after 1970-01-01T00:00Z.", (1, 1), static (a, _) => FromEpochMillis(a),
            passesNull: true),
    ];

    private static ScalarFunction[] Family(string name, string type, string words, ValueKind kind) =>
    [
        new(name, Category, [$"{name}(input = DEFAULT_TEMPORAL_ARGUMENT :: ANY) :: {type}"],
            $"The current {words}, or the one that a map, a text or another temporal value describes.", (0, 1),
            (a, clock) => a.Length == 0 ? Current(kind, clock.StatementTime, clock.DefaultZone) : Construct(kind, a[0], clock),
            readsClock: true),
        Clock(name, "transaction", type, words, kind, static clock => clock.TransactionTime),
        Clock(name, "statement", type, words, kind, static clock => clock.StatementTime),
        Clock(name, "realtime", type, words, kind, static clock => clock.RealTime),
        new($"{name}.truncate", Category,
            [$"{name}.truncate(unit :: STRING, input = DEFAULT_TEMPORAL_ARGUMENT :: ANY, fields = null :: MAP) :: {type}"],
            $"The {words} cut down to a unit, with fields set afterwards.", (1, 3), (a, clock) => Truncate(kind, a, clock),
            passesNull: true, readsClock: true),
    ];

    private static ScalarFunction Clock(
        string name, string clockName, string type, string words, ValueKind kind, Func<FunctionClock, DateTimeOffset> read) =>
        new($"{name}.{clockName}", Category,
            [$"{name}.{clockName}(timezone = DEFAULT_TEMPORAL_ARGUMENT :: ANY) :: {type}"],
            $"The current {words} by the {clockName} clock.", (0, 1),
            (a, clock) => Current(kind, read(clock), a.Length > 0 ? TemporalBuilder.ZoneOf(a[0]) : clock.DefaultZone),
            readsClock: true);

    private static Value Current(ValueKind kind, DateTimeOffset instant, Zone zone)
    {
        var ticks = instant.UtcTicks - DateTimeOffset.UnixEpoch.UtcTicks;
        var second = CivilDate.FloorDiv(ticks, TimeSpan.TicksPerSecond);
        var nanos = (int)CivilDate.FloorMod(ticks, TimeSpan.TicksPerSecond) * 100;
        return Converted(kind, Value.DateTime(second, nanos, zone), zone);
    }

    private static Value Construct(ValueKind kind, Value input, FunctionClock clock)
    {
        if (input.Kind == ValueKind.Map)
        {
            // A zone alone asks for the time that it is there.
            return input.AsMap is { Count: 1 } map && map.TryGetValue("timezone", out var zone) && !zone.IsNull
                ? Current(kind, clock.StatementTime, TemporalBuilder.ZoneOf(zone))
                : TemporalBuilder.Build(kind, input.AsMap, () => clock.DefaultZone);
        }

        if (input.Kind == ValueKind.String)
        {
            return Parse(kind, input.AsString, clock);
        }

        return input.IsTemporal
            ? Converted(kind, input, clock.DefaultZone)
            : throw new CypherException(
                "Neo.ClientError.Procedure.ProcedureCallFailed",
                $"Invalid call signature for {kind}Function: Provided input was [{input}]");
    }

    private static Value Parse(ValueKind kind, string text, FunctionClock clock) => kind switch
    {
        ValueKind.Date => TemporalParser.Date(text),
        ValueKind.LocalTime => TemporalParser.LocalTime(text),
        ValueKind.Time => TemporalParser.Time(text, () => clock.DefaultZone),
        ValueKind.LocalDateTime => TemporalParser.LocalDateTime(text),
        _ => TemporalParser.DateTime(text, () => clock.DefaultZone),
    };

    private static Value Converted(ValueKind kind, Value input, Zone defaultZone)
    {
        switch (kind)
        {
            case ValueKind.Date:
                return Value.Date(TemporalParts.DayOf(input));
            case ValueKind.LocalTime:
                return Value.LocalTime(TemporalParts.NanosOf(input));
            case ValueKind.Time:
                var offset = input.Kind is ValueKind.Time or ValueKind.DateTime ? input.OffsetSeconds : defaultZone.OffsetAt(0);
                return Value.Time(TemporalParts.NanosOf(input), offset);
            default:
                if (!TemporalParts.HasDate(input) || !TemporalParts.HasTime(input))
                {
                    throw ValueErrors.Type($"Cannot select datetime from: {ValueText.Plain(input)}");
                }

                if (kind == ValueKind.DateTime && input.Kind == ValueKind.DateTime)
                {
                    return input;
                }

                var (day, nanos) = (TemporalParts.DayOf(input), TemporalParts.NanosOf(input));
                return kind == ValueKind.LocalDateTime
                    ? TemporalParts.LocalDateTime(day, nanos)
                    : TemporalParts.DateTime(day, nanos, defaultZone);
        }
    }

    private static Value Truncate(ValueKind kind, ReadOnlySpan<Value> arguments, FunctionClock clock)
    {
        var input = arguments.Length > 1 ? arguments[1] : Current(kind, clock.StatementTime, clock.DefaultZone);
        if (arguments[0].IsNull || input.IsNull)
        {
            throw WrongCall("Truncate", arguments);
        }

        if (!input.IsTemporal)
        {
            throw ValueErrors.Mismatch("Date, Time, LocalTime, LocalDateTime or DateTime", input);
        }

        var fields = arguments.Length > 2 && !arguments[2].IsNull
            ? arguments[2].Kind == ValueKind.Map ? arguments[2].AsMap : throw ValueErrors.Mismatch("Map", arguments[2])
            : MapValue.Empty;
        return TemporalTruncation.Truncate(
            kind, Arguments.Text(arguments[0]), input, fields, () => clock.DefaultZone);
    }

    /// <summary>Where other functions give null for null, Neo4j refuses the call.</summary>
    private static CypherException WrongCall(string name, ReadOnlySpan<Value> arguments) => new(
        "Neo.ClientError.Procedure.ProcedureCallFailed",
        $"Invalid call signature for {name}: Provided input was [{string.Join(", ", arguments.ToArray())}]");

    private static Value FromEpoch(ReadOnlySpan<Value> arguments)
    {
        if (arguments[0].IsNull || arguments[1].IsNull)
        {
            throw WrongCall("FromEpoch", arguments);
        }

        var (whole, extra) = (Whole(arguments[0]), Whole(arguments[1]));
        return Value.DateTime(
            ValueErrors.CheckedAdd(whole, CivilDate.FloorDiv(extra, CivilDate.NanosPerSecond)),
            (int)CivilDate.FloorMod(extra, CivilDate.NanosPerSecond), Zone.Utc);
    }

    private static Value FromEpochMillis(ReadOnlySpan<Value> arguments)
    {
        var whole = Whole(arguments[0].IsNull ? throw WrongCall("FromEpochMillis", arguments) : arguments[0]);
        return Value.DateTime(CivilDate.FloorDiv(whole, 1000), (int)CivilDate.FloorMod(whole, 1000) * 1_000_000, Zone.Utc);
    }

    private static long Whole(Value value) => value.Kind == ValueKind.Integer ? value.AsInteger : (long)Arguments.Float(value);
}
