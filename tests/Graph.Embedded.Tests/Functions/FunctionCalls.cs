using Graph.Embedded.Functions;
using Graph.Embedded.Values;
using Microsoft.Extensions.Time.Testing;

namespace Graph.Embedded.Tests.Functions;

/// <summary>Calls built-in functions at a fixed time: 2020-02-03T04:05:06.789Z.</summary>
internal static class FunctionCalls
{
    public static readonly DateTimeOffset Now = new(2020, 2, 3, 4, 5, 6, 789, TimeSpan.Zero);

    public static Value Call(string name, params Value[] arguments)
    {
        var clock = new FunctionClock(new FakeTimeProvider(Now), Now, Now, new Random(1));
        var function = ScalarFunctions.Find(name) ?? throw new ArgumentException($"no function {name}");
        Assert.InRange(arguments.Length, function.MinArity, function.MaxArity);
        return function.Invoke(arguments, clock);
    }

    public static Value Text(string text) => Value.Of(text);

    /// <summary>A map of alternating keys and values.</summary>
    public static Value Map(params object[] entries) => Value.Of(MapValue.From(
        entries.Chunk(2).Select(pair => KeyValuePair.Create((string)pair[0], ToValue(pair[1])))));

    public static string Shown(Value value) => value.IsNull ? "null" : ValueText.Plain(value);

    /// <summary>A value of a compact form: <c>date:2020-01-01</c>, <c>12</c>, <c>1.5</c>, <c>null</c>, else text.</summary>
    public static Value ToValue(object form)
    {
        if (form is not string text)
        {
            return form switch
            {
                Value value => value,
                int number => Value.Of((long)number),
                long number => Value.Of(number),
                double number => Value.Of(number),
                bool truth => Value.Of(truth),
                _ => throw new ArgumentException($"no value for {form}"),
            };
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var kind = colon < 0 ? "" : text[..colon];
        return kind is "date" or "time" or "localtime" or "datetime" or "localdatetime" or "duration"
            ? Call(kind, Text(text[(colon + 1)..]))
            : text == "null" ? Value.Null : Text(text);
    }
}
