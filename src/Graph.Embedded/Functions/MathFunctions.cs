using System.Globalization;
using System.Numerics;
using Graph.Embedded.Values;

namespace Graph.Embedded.Functions;

/// <summary>Numbers, logarithms and trigonometry.</summary>
internal static class MathFunctions
{
    public static IReadOnlyList<ScalarFunction> All { get; } =
    [
        new("abs", "Numeric", ["abs(input :: INTEGER | FLOAT) :: INTEGER | FLOAT"],
            "The distance of a number from zero.", (1, 1), static (a, _) => Absolute(a[0])),
        new("sign", "Numeric", ["sign(input :: INTEGER | FLOAT) :: INTEGER"],
            "1 for a positive number, -1 for a negative one, 0 for zero.", (1, 1), static (a, _) => Sign(a[0])),
        Real("ceil", "Numeric", "The next whole number upwards.", Math.Ceiling),
        Real("floor", "Numeric", "The next whole number downwards.", Math.Floor),
        new("round", "Numeric",
            [
                "round(value :: FLOAT) :: FLOAT", "round(value :: FLOAT, precision :: INTEGER | FLOAT) :: FLOAT",
                "round(value :: FLOAT, precision :: INTEGER | FLOAT, mode :: STRING) :: FLOAT",
            ],
            "The nearest number with so many decimal places, by a rounding mode.", (1, 3), static (a, _) => Round(a)),
        new("rand", "Numeric", ["rand() :: FLOAT"], "A random number from 0 up to, not including, 1.", (0, 0),
            static (_, clock) => Value.Of(clock.Random.NextDouble()), readsClock: true),
        new("isNaN", "Numeric", ["isNaN(input :: INTEGER | FLOAT) :: BOOLEAN"],
            "Whether a number is NaN.", (1, 1), static (a, _) => Value.Of(double.IsNaN(Arguments.Float(a[0])))),
        Real("sqrt", "Logarithmic", "The square root.", Math.Sqrt),
        Real("exp", "Logarithmic", "e to the power of a number.", Math.Exp),
        Real("log", "Logarithmic", "The natural logarithm.", Math.Log),
        Real("log10", "Logarithmic", "The logarithm to base 10.", Math.Log10),
        Constant("e", "Logarithmic", "The base of natural logarithms.", Math.E),
        Constant("pi", "Trigonometric", "The ratio of a circle's circumference to its diameter.", Math.PI),
        Real("sin", "Trigonometric", "The sine of an angle in radians.", Math.Sin),
        Real("cos", "Trigonometric", "The cosine of an angle in radians.", Math.Cos),
        Real("tan", "Trigonometric", "The tangent of an angle in radians.", Math.Tan),
        Real("cot", "Trigonometric", "The cotangent of an angle in radians.", static x => 1 / Math.Tan(x)),
        Real("asin", "Trigonometric", "The angle in radians of a sine.", Math.Asin),
        Real("acos", "Trigonometric", "The angle in radians of a cosine.", Math.Acos),
        Real("atan", "Trigonometric", "The angle in radians of a tangent.", Math.Atan),
        new("atan2", "Trigonometric", ["atan2(y :: FLOAT, x :: FLOAT) :: FLOAT"],
            "The angle in radians of the point (x, y).", (2, 2),
            static (a, _) => Value.Of(Math.Atan2(Arguments.Float(a[0]), Arguments.Float(a[1])))),
        Real("degrees", "Trigonometric", "An angle in radians as degrees.", static x => x * 57.29577951308232),
        Real("radians", "Trigonometric", "An angle in degrees as radians.", static x => x * 0.017453292519943295),
        Real("haversin", "Trigonometric", "Half the versine of an angle in radians.", static x => (1 - Math.Cos(x)) / 2),
    ];

    private static ScalarFunction Real(string name, string category, string description, Func<double, double> compute) =>
        new(name, category, [$"{name}(input :: FLOAT) :: FLOAT"], description, (1, 1),
            (a, _) => Value.Of(compute(Arguments.Float(a[0]))));

    private static ScalarFunction Constant(string name, string category, string description, double value) =>
        new(name, category, [$"{name}() :: FLOAT"], description, (0, 0), (_, _) => Value.Of(value));

    // The least integer has no positive counterpart and stays as it is, as on the real server.
    private static Value Absolute(Value value) => value.Kind == ValueKind.Integer
        ? Value.Of(value.AsInteger == long.MinValue ? long.MinValue : Math.Abs(value.AsInteger))
        : value.Kind == ValueKind.Float
            ? Value.Of(Math.Abs(value.AsFloat))
            : throw ValueErrors.Mismatch("Float or Integer", value);

    private static Value Sign(Value value)
    {
        var number = value.IsNumber ? value.AsFloat : throw ValueErrors.Mismatch("Float or Integer", value);
        return Value.Of(number > 0 ? 1L : number < 0 ? -1 : 0);
    }

    private static Value Round(ReadOnlySpan<Value> arguments)
    {
        var value = Arguments.Float(arguments[0]);
        var precision = arguments.Length > 1 ? (long)Arguments.Float(arguments[1]) : 0;
        if (precision < 0)
        {
            throw ValueErrors.Argument("Precision argument to 'round()' cannot be negative");
        }

        if (!double.IsFinite(value))
        {
            return Value.Of(value);
        }

        if (precision == 0 && arguments.Length < 3)
        {
            // Half goes up, towards positive infinity; beyond 64 bits the result stays at the limit.
            var floor = Math.Floor(value);
            return Value.Of((double)ToLong(value - floor >= 0.5 ? floor + 1 : floor));
        }

        var mode = arguments.Length > 2 ? Arguments.Text(arguments[2]) : "HALF_UP";
        return Value.Of(RoundDecimal(value, (int)Math.Min(precision, 400), mode));
    }

    private static long ToLong(double value) =>
        value >= long.MaxValue ? long.MaxValue : value <= long.MinValue ? long.MinValue : (long)value;

    // Works on the digits that are shown, so that 1.005 to two places is 1.01.
    private static double RoundDecimal(double value, int precision, string mode)
    {
        var (digits, scale) = Digits(Math.Abs(value));
        if (scale > precision)
        {
            var unit = BigInteger.Pow(10, scale - precision);
            var quotient = BigInteger.DivRem(digits, unit, out var rest);
            digits = quotient + (RoundsAway(quotient, rest, unit, value < 0, mode) ? 1 : 0);
            scale = precision;
        }
        else
        {
            RoundsAway(BigInteger.Zero, BigInteger.Zero, BigInteger.One, value < 0, mode);
        }

        var text = string.Create(CultureInfo.InvariantCulture, $"{digits}E{-scale}");
        var magnitude = double.Parse(text, CultureInfo.InvariantCulture);
        return value < 0 ? -magnitude : magnitude;
    }

    private static (BigInteger Digits, int Scale) Digits(double magnitude)
    {
        var parts = magnitude.ToString("R", CultureInfo.InvariantCulture).Split('E');
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var fraction = point < 0 ? 0 : parts[0].Length - point - 1;
        var exponent = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0;
        var digits = BigInteger.Parse(
            parts[0].Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        var scale = fraction - exponent;
        return scale < 0 ? (digits * BigInteger.Pow(10, -scale), 0) : (digits, scale);
    }

    private static bool RoundsAway(BigInteger quotient, BigInteger rest, BigInteger unit, bool isNegative, string mode)
    {
        var half = (rest * 2).CompareTo(unit);
        return mode.ToUpperInvariant() switch
        {
            "UP" => !rest.IsZero,
            "DOWN" => false,
            "CEILING" => !rest.IsZero && !isNegative,
            "FLOOR" => !rest.IsZero && isNegative,
            "HALF_UP" => half >= 0,
            "HALF_DOWN" => half > 0,
            "HALF_EVEN" => half > 0 || (half == 0 && !quotient.IsEven),
            "UNNECESSARY" => rest.IsZero ? false : throw ValueErrors.Argument("Rounding is necessary with given precision but with mode UNNECESSARY."),
            _ => throw ValueErrors.Argument(
                "Unknown rounding mode. Valid values are: CEILING, FLOOR, UP, DOWN, HALF_EVEN, HALF_UP, HALF_DOWN, UNNECESSARY."),
        };
    }
}
