namespace Graph.Embedded.Values;

/// <summary>Cypher's two equalities: three-valued <c>=</c>, and the equivalence of DISTINCT and grouping.</summary>
public static class ValueEquality
{
    /// <summary>Equivalence as a comparer: null equals null, NaN equals NaN, 1 equals 1.0.</summary>
    public static IEqualityComparer<Value> Equivalence { get; } = EqualityComparer<Value>.Default;

    /// <summary>Cypher's <c>=</c>; null where either side, or a part that decides, is unknown.</summary>
    public static bool? AreEqual(Value left, Value right)
    {
        if (left.Kind == ValueKind.Null || right.Kind == ValueKind.Null)
        {
            return null;
        }

        if (left.Kind == ValueKind.Integer && right.Kind == ValueKind.Integer)
        {
            return left.Bits == right.Bits;
        }

        if (left.IsNumber && right.IsNumber)
        {
            return left.AsFloat == right.AsFloat;
        }

        if (left.Kind != right.Kind)
        {
            return false;
        }

        return left.Kind switch
        {
            ValueKind.List => AreListsEqual(left.Items, right.Items),
            ValueKind.Map => AreMapsEqual(left.AsMap, right.AsMap),
            _ => IsSameScalar(left, right),
        };
    }

    /// <summary>Whether DISTINCT and grouping take the two for one.</summary>
    public static bool AreEquivalent(Value left, Value right)
    {
        if (left.IsNumber && right.IsNumber)
        {
            return left.Kind == ValueKind.Integer && right.Kind == ValueKind.Integer
                ? left.Bits == right.Bits
                : left.AsFloat.Equals(right.AsFloat) || left.AsFloat == right.AsFloat;
        }

        if (left.Kind != right.Kind)
        {
            return false;
        }

        return left.Kind switch
        {
            ValueKind.Null => true,
            ValueKind.List => left.Items.AsSpan().SequenceEqual(right.Items),
            ValueKind.Map => AreMapsEquivalent(left.AsMap, right.AsMap),
            _ => IsSameScalar(left, right),
        };
    }

    /// <summary>Whether it is NaN or holds one: grouping and DISTINCT take no NaN for another.</summary>
    public static bool HoldsNaN(Value value) => value.Kind switch
    {
        ValueKind.Float => double.IsNaN(value.AsFloat),
        ValueKind.List => Array.Exists(value.Items, HoldsNaN),
        ValueKind.Map => value.AsMap.Any(static entry => HoldsNaN(entry.Value)),
        _ => false,
    };

    /// <summary>Equal for equivalent values.</summary>
    public static int Hash(Value value) => value.Kind switch
    {
        ValueKind.Null => 0,
        ValueKind.Integer or ValueKind.Float => HashOf(value.AsFloat),
        ValueKind.Boolean or ValueKind.Node or ValueKind.Relationship or ValueKind.Date or ValueKind.LocalTime =>
            HashCode.Combine(value.Kind, value.Bits),
        ValueKind.Time or ValueKind.LocalDateTime => HashCode.Combine(value.Kind, value.Bits, value.Extra),
        ValueKind.String => string.GetHashCode(value.AsString, StringComparison.Ordinal),
        ValueKind.List or ValueKind.Path => HashOf(value.Items),
        ValueKind.Map => HashOf(value.AsMap),
        ValueKind.Bytes => HashOf(value.AsBytes.Span),
        ValueKind.DateTime => HashCode.Combine(value.Kind, value.Bits, value.Extra, value.Reference),
        _ => HashCode.Combine(value.Kind, value.Reference),
    };

    private static bool IsSameScalar(Value left, Value right) => left.Kind switch
    {
        ValueKind.String => string.Equals(left.AsString, right.AsString, StringComparison.Ordinal),
        ValueKind.Node or ValueKind.Relationship => left.Bits == right.Bits,
        ValueKind.Path => left.Items.AsSpan().SequenceEqual(right.Items),
        ValueKind.Bytes => left.AsBytes.Span.SequenceEqual(right.AsBytes.Span),
        _ => left.Bits == right.Bits && left.Extra == right.Extra && Equals(left.Reference, right.Reference),
    };

    private static bool? AreListsEqual(Value[] left, Value[] right)
    {
        if (left.Length != right.Length)
        {
            return false;
        }

        bool? result = true;
        for (var i = 0; i < left.Length; i++)
        {
            var equal = AreEqual(left[i], right[i]);
            if (equal == false)
            {
                return false;
            }

            result = equal is null ? null : result;
        }

        return result;
    }

    private static bool? AreMapsEqual(MapValue left, MapValue right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        bool? result = true;
        foreach (var (key, value) in left)
        {
            if (!right.TryGetValue(key, out var other))
            {
                return false;
            }

            var equal = AreEqual(value, other);
            if (equal == false)
            {
                return false;
            }

            result = equal is null ? null : result;
        }

        return result;
    }

    private static bool AreMapsEquivalent(MapValue left, MapValue right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        foreach (var (key, value) in left)
        {
            if (!right.TryGetValue(key, out var other) || !AreEquivalent(value, other))
            {
                return false;
            }
        }

        return true;
    }

    // Negative zero equals zero, and every NaN is one value.
    private static int HashOf(double number) => double.IsNaN(number) ? 1 : (number + 0.0 == 0 ? 0.0 : number).GetHashCode();

    private static int HashOf(Value[] items)
    {
        var hash = new HashCode();
        foreach (var item in items)
        {
            hash.Add(Hash(item));
        }

        return hash.ToHashCode();
    }

    private static int HashOf(MapValue map)
    {
        var sum = map.Count;
        foreach (var (key, value) in map)
        {
            sum += HashCode.Combine(string.GetHashCode(key, StringComparison.Ordinal), Hash(value));
        }

        return sum;
    }

    private static int HashOf(ReadOnlySpan<byte> bytes)
    {
        var hash = new HashCode();
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }
}
