using Graph.Embedded.Values.Temporal;

namespace Graph.Embedded.Values.Operators;

/// <summary>The operators <c>+ - * / % ^</c> and sign, over numbers, durations, temporal values, strings and lists.</summary>
/// <remarks>Null on either side gives null. Integers are of 64 bits; overflow is an error.</remarks>
public static class Arithmetic
{
    private const string Number = "Float or Integer";
    private const string NumberOrDuration = "Float, Integer or Duration";

    public static Value Add(Value left, Value right)
    {
        if (left.Kind == ValueKind.Integer && right.Kind == ValueKind.Integer)
        {
            return Value.Of(ValueErrors.CheckedAdd(left.Bits, right.Bits));
        }

        if (left.IsNull || right.IsNull)
        {
            return Value.Null;
        }

        if (left.Kind == ValueKind.List || right.Kind == ValueKind.List)
        {
            return Append(left, right);
        }

        if (left.IsNumber && right.IsNumber)
        {
            return Value.Of(left.AsFloat + right.AsFloat);
        }

        if (left.Kind == ValueKind.String || right.Kind == ValueKind.String)
        {
            return AddText(left, right);
        }

        return AddTemporal(left, right);
    }

    public static Value Subtract(Value left, Value right)
    {
        if (left.Kind == ValueKind.Integer && right.Kind == ValueKind.Integer)
        {
            var difference = unchecked(left.Bits - right.Bits);
            var overflows = ((left.Bits ^ right.Bits) & (left.Bits ^ difference)) < 0;
            return overflows ? throw ValueErrors.LongOverflow() : Value.Of(difference);
        }

        if (left.IsNull || right.IsNull)
        {
            return Value.Null;
        }

        if (left.IsNumber && right.IsNumber)
        {
            return Value.Of(left.AsFloat - right.AsFloat);
        }

        if (right.Kind == ValueKind.Duration && left.Kind == ValueKind.Duration)
        {
            return Value.Of(left.AsDuration.Plus(right.AsDuration.Negate()));
        }

        if (right.Kind == ValueKind.Duration && left.IsTemporal)
        {
            return TemporalArithmetic.Plus(left, right.AsDuration.Negate());
        }

        throw left.IsTemporal || left.Kind == ValueKind.Duration
            ? ValueErrors.Mismatch("Duration", right)
            : ValueErrors.Mismatch(Number, left.IsNumber ? right : left);
    }

    public static Value Multiply(Value left, Value right)
    {
        if (left.Kind == ValueKind.Integer && right.Kind == ValueKind.Integer)
        {
            return Value.Of(ValueErrors.CheckedMultiply(left.Bits, right.Bits));
        }

        if (left.IsNull || right.IsNull)
        {
            return Value.Null;
        }

        if (left.IsNumber && right.IsNumber)
        {
            return Value.Of(left.AsFloat * right.AsFloat);
        }

        if (left.Kind == ValueKind.Duration && right.IsNumber)
        {
            return Value.Of(Times(left.AsDuration, right));
        }

        if (right.Kind == ValueKind.Duration && left.IsNumber)
        {
            return Value.Of(Times(right.AsDuration, left));
        }

        throw left.IsNumber || left.Kind == ValueKind.Duration
            ? ValueErrors.Mismatch(left.IsNumber ? NumberOrDuration : Number, right)
            : ValueErrors.Mismatch(NumberOrDuration, left);
    }

    /// <summary>Dividing by the integer 0 is an error whatever the left side is, a float or null too, as in Neo4j.</summary>
    public static Value Divide(Value left, Value right)
    {
        if (right.Kind == ValueKind.Integer && right.Bits == 0)
        {
            throw ValueErrors.DivisionByZero();
        }

        if (left.IsNull || right.IsNull)
        {
            return Value.Null;
        }

        if (left.Kind == ValueKind.Integer && right.Kind == ValueKind.Integer)
        {
            return Value.Of(Quotient(left.Bits, right.Bits));
        }

        if (left.IsNumber && right.IsNumber)
        {
            return Value.Of(left.AsFloat / right.AsFloat);
        }

        if (left.Kind == ValueKind.Duration && right.IsNumber)
        {
            return right.AsFloat == 0
                ? throw ValueErrors.DivisionByZero()
                : Value.Of(left.AsDuration.Times(1 / right.AsFloat));
        }

        throw left.Kind == ValueKind.Duration || left.IsNumber
            ? ValueErrors.Mismatch(Number, right)
            : ValueErrors.Mismatch(NumberOrDuration, left);
    }

    public static Value Modulo(Value left, Value right)
    {
        if (left.IsNull || right.IsNull)
        {
            return Value.Null;
        }

        if (left.Kind == ValueKind.Integer && right.Kind == ValueKind.Integer)
        {
            return right.Bits switch
            {
                0 => throw ValueErrors.DivisionByZero(),
                -1 => Value.Of(0),
                _ => Value.Of(left.Bits % right.Bits),
            };
        }

        RequireNumbers(left, right);
        return Value.Of(left.AsFloat % right.AsFloat);
    }

    /// <summary>Always a float.</summary>
    public static Value Power(Value left, Value right)
    {
        if (left.IsNull || right.IsNull)
        {
            return Value.Null;
        }

        RequireNumbers(left, right);
        return Value.Of(Math.Pow(left.AsFloat, right.AsFloat));
    }

    public static Value Negate(Value value) => value.Kind switch
    {
        ValueKind.Null => Value.Null,
        ValueKind.Integer => value.Bits == long.MinValue ? throw ValueErrors.LongOverflow() : Value.Of(-value.Bits),
        ValueKind.Float => Value.Of(-value.AsFloat),
        _ => throw ValueErrors.Mismatch(Number, value),
    };

    public static Value Plus(Value value) =>
        value.IsNull || value.IsNumber ? value : throw ValueErrors.Mismatch(Number, value);

    /// <summary>The operator <c>||</c>: two strings or two lists.</summary>
    public static Value Concatenate(Value left, Value right)
    {
        if (left.IsNull || right.IsNull)
        {
            return Value.Null;
        }

        return (left.Kind, right.Kind) switch
        {
            (ValueKind.String, ValueKind.String) => Value.Of(left.AsString + right.AsString),
            (ValueKind.List, ValueKind.List) => Value.List([.. left.Items, .. right.Items]),
            (ValueKind.String, _) => throw ValueErrors.Mismatch("String", right),
            (ValueKind.List, _) => throw ValueErrors.Mismatch("List<T>", right),
            _ => throw ValueErrors.Mismatch("String or List<T>", left),
        };
    }

    private static Value Append(Value left, Value right) => (left.Kind, right.Kind) switch
    {
        (ValueKind.List, ValueKind.List) => Value.List([.. left.Items, .. right.Items]),
        (ValueKind.List, _) => Value.List([.. left.Items, right]),
        _ => Value.List([left, .. right.Items]),
    };

    private static Value AddText(Value left, Value right)
    {
        var other = left.Kind == ValueKind.String ? right : left;
        return other.IsNumber || other.Kind == ValueKind.String
            ? Value.Of(ValueText.Plain(left) + ValueText.Plain(right))
            : throw ValueErrors.Mismatch("Float, Integer, String or List<T>", other);
    }

    private static Value AddTemporal(Value left, Value right)
    {
        if (left.Kind == ValueKind.Duration && right.Kind == ValueKind.Duration)
        {
            return Value.Of(left.AsDuration.Plus(right.AsDuration));
        }

        if (left.IsTemporal && right.Kind == ValueKind.Duration)
        {
            return TemporalArithmetic.Plus(left, right.AsDuration);
        }

        if (right.IsTemporal && left.Kind == ValueKind.Duration)
        {
            return TemporalArithmetic.Plus(right, left.AsDuration);
        }

        throw left.IsNumber
            ? ValueErrors.Mismatch("Float, Integer, String or List<T>", right)
            : left.IsTemporal ? ValueErrors.Mismatch("Duration or List<T>", right) : ValueErrors.Mismatch("List<T>", right);
    }

    private static DurationValue Times(DurationValue duration, Value factor) =>
        factor.Kind == ValueKind.Integer ? duration.Times(factor.Bits) : duration.Times(factor.AsFloat);

    private static long Quotient(long left, long right) => right switch
    {
        0 => throw ValueErrors.DivisionByZero(),
        -1 => unchecked(-left),
        _ => left / right,
    };

    private static void RequireNumbers(Value left, Value right)
    {
        if (!left.IsNumber || !right.IsNumber)
        {
            throw ValueErrors.Mismatch(Number, left.IsNumber ? right : left);
        }
    }
}
