using System.Globalization;
using System.Text.RegularExpressions;
using Graph.Embedded.Values;

namespace Graph.Embedded.Functions;

/// <summary>Conversions between scalar types, each strict, lenient (OrNull) and over lists.</summary>
internal static partial class ConversionFunctions
{
    public static IReadOnlyList<ScalarFunction> All { get; } =
    [
        .. Family("toInteger", "INTEGER", "BOOLEAN | STRING | INTEGER | FLOAT", "integer", "Scalar", ToInteger),
        .. Family("toFloat", "FLOAT", "STRING | INTEGER | FLOAT", "float", "Scalar", ToFloat),
        .. Family("toBoolean", "BOOLEAN", "BOOLEAN | STRING | INTEGER", "boolean", "Scalar", ToBoolean),
        .. Family("toString", "STRING", "ANY", "text", "String", ToText),
    ];

    private static ScalarFunction[] Family(
        string name, string type, string inputs, string word, string category, Func<Value, Value?> convert) =>
    [
        new(name, category, [$"{name}(input :: {inputs}) :: {type}"], $"The value as {word}; null where a text has no such form.",
            (1, 1), (a, _) => convert(a[0]) ?? throw Refused(name, a[0])),
        new($"{name}OrNull", category, [$"{name}OrNull(input :: ANY) :: {type}"],
            $"The value as {word}; null where it has no such form.", (1, 1), (a, _) => OrNull(convert, a[0])),
        new($"{name}List", "List", [$"{name}List(input :: LIST<ANY>) :: LIST<{type}>"],
            $"The items each as {word}; null for those that have no such form.", (1, 1),
            (a, _) => Value.List(Array.ConvertAll(Arguments.List(a[0]), item => item.IsNull ? item : OrNull(convert, item)))),
    ];

    private static Value OrNull(Func<Value, Value?> convert, Value value) => convert(value) ?? Value.Null;

    private static CypherException Refused(string name, Value value)
    {
        var expected = name switch
        {
            "toInteger" => "a String, Float, Integer or Boolean",
            "toFloat" => "a String, Float or Integer",
            "toBoolean" => "a Boolean, Integer or String",
            _ => "a String, Float, Integer, Boolean, Temporal or Duration",
        };
        return ValueErrors.Type($"Invalid input for function '{name}()': Expected {expected}, got: {value}");
    }

    private static Value? ToInteger(Value value) => value.Kind switch
    {
        ValueKind.Integer => value,
        ValueKind.Boolean => Value.Of(value.AsBoolean ? 1L : 0),
        ValueKind.Float => Value.Of(Saturated(value.AsFloat)),
        ValueKind.String => IntegerOf(value.AsString),
        _ => null,
    };

    private static Value IntegerOf(string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer))
        {
            return Value.Of(integer);
        }

        if (!DecimalForm().IsMatch(text))
        {
            return Value.Null;
        }

        var number = double.Parse(text, CultureInfo.InvariantCulture);
        return number is >= long.MinValue and < 9.2233720368547758e18
            ? Value.Of((long)number)
            : throw ValueErrors.Type($"integer, {text}, is too large");
    }

    private static long Saturated(double number) =>
        double.IsNaN(number) ? 0 : number >= long.MaxValue ? long.MaxValue : number <= long.MinValue ? long.MinValue : (long)number;

    private static Value? ToFloat(Value value) => value.Kind switch
    {
        ValueKind.Integer => Value.Of(value.AsFloat),
        ValueKind.Float => value,
        ValueKind.String => FloatOf(value.AsString.Trim()),
        _ => null,
    };

    // A trailing d or f is Java's mark of a number's type.
    private static Value FloatOf(string text)
    {
        if (text is "NaN" or "Infinity" or "-Infinity" or "+Infinity")
        {
            return Value.Of(text == "NaN" ? double.NaN : text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity);
        }

        var number = text.TrimEnd('d', 'D', 'f', 'F');
        return text.Length - number.Length <= 1 && DecimalForm().IsMatch(number)
            ? Value.Of(double.Parse(number, CultureInfo.InvariantCulture))
            : Value.Null;
    }

    private static Value? ToBoolean(Value value) => value.Kind switch
    {
        ValueKind.Boolean => value,
        ValueKind.Integer => Value.Of(value.AsInteger != 0),
        ValueKind.String => BooleanOf(value.AsString.Trim()),
        _ => null,
    };

    private static Value BooleanOf(string text) =>
        string.Equals(text, "true", StringComparison.OrdinalIgnoreCase) ? Value.True
        : string.Equals(text, "false", StringComparison.OrdinalIgnoreCase) ? Value.False
        : Value.Null;

    private static Value? ToText(Value value) => value.Kind switch
    {
        ValueKind.String => value,
        ValueKind.Boolean or ValueKind.Integer or ValueKind.Float => Value.Of(ValueText.Plain(value)),
        >= ValueKind.Date and <= ValueKind.Point => Value.Of(ValueText.Plain(value)),
        _ => null,
    };

    [GeneratedRegex(@"^[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex DecimalForm();
}
