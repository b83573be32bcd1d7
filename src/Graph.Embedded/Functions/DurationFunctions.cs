using Graph.Embedded.Values;
using Graph.Embedded.Values.Temporal;

namespace Graph.Embedded.Functions;

/// <summary>Durations: from maps and texts, and between temporal values.</summary>
internal static class DurationFunctions
{
    private const string Category = "Temporal";

    public static IReadOnlyList<ScalarFunction> All { get; } =
    [
        new("duration", Category, ["duration(input :: ANY) :: DURATION"],
            "The duration that a map of units or a text describes.", (1, 1), static (a, _) => Construct(a[0])),
        Between("between", "months, days and seconds", TemporalArithmetic.Between),
        Between("inMonths", "whole months", TemporalArithmetic.InMonths),
        Between("inDays", "whole days", TemporalArithmetic.InDays),
        Between("inSeconds", "seconds", TemporalArithmetic.InSeconds),
    ];

    private static ScalarFunction Between(string name, string words, Func<Value, Value, DurationValue> compute) =>
        new($"duration.{name}", Category, [$"duration.{name}(from :: ANY, to :: ANY) :: DURATION"],
            $"What lies between two temporal values, in {words}.", (2, 2),
            (a, _) => Value.Of(compute(Temporal(name, a[0]), Temporal(name, a[1]))));

    private static Value Temporal(string name, Value value) => value.IsTemporal
        ? value
        : throw new CypherException(
            "Neo.ClientError.Procedure.ProcedureCallFailed",
            $"Invalid call signature for duration.{name}: Provided input was [{value}]");

    private static Value Construct(Value input) => input.Kind switch
    {
        ValueKind.String => Value.Of(DurationText.Parse(input.AsString)),
        ValueKind.Map => Value.Of(FromFields(input.AsMap)),
        _ => throw new CypherException(
            "Neo.ClientError.Procedure.ProcedureCallFailed",
            $"Invalid call signature for DurationFunction: Provided input was [{input}]"),
    };

    private static DurationValue FromFields(MapValue fields)
    {
        if (fields.Count == 0)
        {
            throw ValueErrors.Argument("At least one temporal unit must be specified.");
        }

        decimal months = 0, days = 0, seconds = 0;
        foreach (var (name, value) in fields)
        {
            var amount = Amount(name, value);
            switch (name)
            {
                case "years":
                    months += amount * 12;
                    break;
                case "months":
                    months += amount;
                    break;
                case "weeks":
                    days += amount * 7;
                    break;
                case "days":
                    days += amount;
                    break;
                default:
                    seconds += amount * SecondsOf(name);
                    break;
            }
        }

        return DurationText.FromParts(months, days, seconds);
    }

    private static decimal SecondsOf(string name) => name switch
    {
        "hours" => 3600,
        "minutes" => 60,
        "seconds" => 1,
        "milliseconds" => 0.001m,
        "microseconds" => 0.000001m,
        "nanoseconds" => 0.000000001m,
        _ => throw new CypherException(ValueErrors.ExecutionFailedCode, $"Unknown field: {name}"),
    };

    private static decimal Amount(string name, Value value)
    {
        if (value.Kind == ValueKind.Integer)
        {
            return value.AsInteger;
        }

        if (value.Kind != ValueKind.Float)
        {
            throw new CypherException(
                ValueErrors.ExecutionFailedCode, $"{name} must be a number value, but was a {ValueErrors.NameOf(value.Kind)}");
        }

        return Math.Abs(value.AsFloat) < 1e19 ? (decimal)value.AsFloat : throw ValueErrors.LongOverflow();
    }
}
