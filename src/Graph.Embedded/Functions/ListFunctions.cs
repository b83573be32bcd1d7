using Graph.Embedded.Values;

namespace Graph.Embedded.Functions;

/// <summary>Lists, maps and what holds of any value.</summary>
internal static class ListFunctions
{
    /// <summary>Longest list that <c>range()</c> makes; a longer one could not be held.</summary>
    private const long LongestRange = 100_000_000;

    public static IReadOnlyList<ScalarFunction> All { get; } =
    [
        new("size", "Scalar", ["size(input :: STRING | LIST<ANY>) :: INTEGER"],
            "The number of items of a list or characters of a text.", (1, 1), static (a, _) => Size(a[0])),
        new("head", "Scalar", ["head(list :: LIST<ANY>) :: ANY"], "The first item of a list.", (1, 1),
            static (a, _) => Arguments.List(a[0]) is [var first, ..] ? first : Value.Null),
        new("last", "Scalar", ["last(list :: LIST<ANY>) :: ANY"], "The last item of a list.", (1, 1),
            static (a, _) => Arguments.List(a[0]) is [.., var last] ? last : Value.Null),
        new("tail", "List", ["tail(input :: LIST<ANY>) :: LIST<ANY>"], "The list without its first item.", (1, 1),
            static (a, _) => Arguments.List(a[0]) is [_, .. var rest] ? Value.List(rest) : Value.List()),
        new("reverse", "String", ["reverse(input :: STRING | LIST<ANY>) :: STRING | LIST<ANY>"],
            "The list or text in reverse order.", (1, 1), static (a, _) => Reverse(a[0])),
        new("range", "List",
            [
                "range(start :: INTEGER, end :: INTEGER) :: LIST<INTEGER>",
                "range(start :: INTEGER, end :: INTEGER, step :: INTEGER) :: LIST<INTEGER>",
            ],
            "The integers from one to another, both included, by steps.", (2, 3), static (a, _) => Range(a), passesNull: true),
        new("keys", "List", ["keys(input :: NODE | RELATIONSHIP | MAP) :: LIST<STRING>"], "The keys of a map.", (1, 1),
            static (a, _) => Value.List(MapOf(a[0], "Map, Node or Relationship").Keys.Select(Value.Of))),
        new("properties", "Scalar", ["properties(input :: NODE | RELATIONSHIP | MAP) :: MAP"], "The map itself.", (1, 1),
            static (a, _) => Value.Of(MapOf(a[0], "Map, Node or Relationship"))),
        new("isEmpty", "Predicate", ["isEmpty(input :: STRING | MAP | LIST<ANY>) :: BOOLEAN"],
            "Whether a list, map or text has nothing in it.", (1, 1), static (a, _) => IsEmpty(a[0])),
        new("coalesce", "Scalar", ["coalesce(input :: ANY) :: ANY"], "The first argument that is not null.",
            (1, int.MaxValue), static (a, _) => Coalesce(a), passesNull: true),
        new("nullIf", "Scalar", ["nullIf(v1 :: ANY, v2 :: ANY) :: ANY"],
            "Null where both are equal, else the first.", (2, 2),
            static (a, _) => ValueEquality.AreEqual(a[0], a[1]) == true ? Value.Null : a[0], passesNull: true),
        new("valueType", "Scalar", ["valueType(input :: ANY) :: STRING"],
            "The name of the most exact type of a value.", (1, 1), static (a, _) => Value.Of(ValueTypeName.Of(a[0])),
            passesNull: true),
        new("randomUUID", "Scalar", ["randomUUID() :: STRING"], "A random universally unique identifier.", (0, 0),
            static (_, clock) => Value.Of(RandomUuid(clock.Random)), readsClock: true),
        new("timestamp", "Scalar", ["timestamp() :: INTEGER"], "Milliseconds since 1970-01-01T00:00Z.", (0, 0),
            static (_, clock) => Value.Of(clock.StatementTime.ToUnixTimeMilliseconds()), readsClock: true),
    ];

    private static Value Size(Value value) => value.Kind switch
    {
        ValueKind.List => Value.Of((long)value.Items.Length),
        ValueKind.String => Value.Of((long)TextFunctions.CountCodePoints(value.AsString)),
        _ => throw ValueErrors.Mismatch("String or List<T>", value),
    };

    private static Value Reverse(Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.String:
                return Value.Of(TextFunctions.Reverse(value.AsString));
            case ValueKind.List:
                var items = (Value[])value.Items.Clone();
                Array.Reverse(items);
                return Value.List(items);
            default:
                throw ValueErrors.Mismatch("String or List<T>", value);
        }
    }

    private static long RangeBound(string name, Value value) => value.IsNull
        ? throw ValueErrors.Type($"Invalid input for {name} value in function 'range()': Expected a numeric value but got: null")
        : Arguments.Integer(value);

    private static Value Range(ReadOnlySpan<Value> arguments)
    {
        var start = RangeBound("start", arguments[0]);
        var end = RangeBound("end", arguments[1]);
        var step = arguments.Length > 2 ? RangeBound("step", arguments[2]) : 1;
        if (step == 0)
        {
            throw ValueErrors.Argument("Step argument to 'range()' cannot be zero");
        }

        // Rounded towards zero, as in Neo4j: where the end lies less than a step behind the start, the start alone is left.
        var count = (((Int128)end - start) / step) + 1;
        if (count <= 0)
        {
            return Value.List();
        }

        if (count > LongestRange)
        {
            throw ValueErrors.Argument($"range() would make a list of {count} items; the most is {LongestRange}.");
        }

        var items = new Value[(int)count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = Value.Of(start + (i * step));
        }

        return Value.List(items);
    }

    private static MapValue MapOf(Value value, string expected) =>
        value.Kind == ValueKind.Map ? value.AsMap : throw ValueErrors.Mismatch(expected, value);

    private static Value IsEmpty(Value value) => value.Kind switch
    {
        ValueKind.String => Value.Of(value.AsString.Length == 0),
        ValueKind.List => Value.Of(value.Items.Length == 0),
        ValueKind.Map => Value.Of(value.AsMap.Count == 0),
        _ => throw ValueErrors.Mismatch("Map, Node, Relationship, String or List<T>", value),
    };

    private static Value Coalesce(ReadOnlySpan<Value> arguments)
    {
        foreach (var argument in arguments)
        {
            if (!argument.IsNull)
            {
                return argument;
            }
        }

        return Value.Null;
    }

    // Version 4, variant 1 of RFC 9562.
    private static string RandomUuid(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
