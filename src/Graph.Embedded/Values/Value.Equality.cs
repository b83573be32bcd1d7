namespace Graph.Embedded.Values;

/// <summary>
/// Equivalence and order over all values, as DISTINCT, grouping and ORDER BY need them: null equals null, NaN equals NaN,
/// 1 equals 1.0. The order is Cypher's: maps, nodes, relationships, lists, paths, points, temporal values, strings, booleans,
/// numbers (NaN above all others), null.
/// </summary>
public readonly partial struct Value : IEquatable<Value>, IComparable<Value>
{
    public static bool operator ==(Value left, Value right) => left.Equals(right);

    public static bool operator !=(Value left, Value right) => !left.Equals(right);

    public static bool operator <(Value left, Value right) => left.CompareTo(right) < 0;

    public static bool operator >(Value left, Value right) => left.CompareTo(right) > 0;

    public static bool operator <=(Value left, Value right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Value left, Value right) => left.CompareTo(right) >= 0;

    public bool Equals(Value other)
    {
        if (Kind != other.Kind)
        {
            return IsNumber && other.IsNumber && ValueOrder.CompareNumbers(this, other) == 0;
        }

        switch (Kind)
        {
            case ValueKind.Null:
                return true;
            case ValueKind.Boolean or ValueKind.Integer or ValueKind.Node or ValueKind.Relationship:
                return Bits == other.Bits;
            case ValueKind.Float:
                return Number.Equals(other.Number) || Number == other.Number;
            case ValueKind.String:
                return string.Equals((string?)Reference, (string?)other.Reference);
            case ValueKind.List:
                return Items.AsSpan().SequenceEqual(other.Items);
            case ValueKind.Map:
                return ValueOrder.MapsAreEqual(AsMap(), other.AsMap());
            case ValueKind.Path:
                var (path, second) = (AsPath(), other.AsPath());
                return path.NodeArray.AsSpan().SequenceEqual(second.NodeArray)
                    && path.RelationshipArray.AsSpan().SequenceEqual(second.RelationshipArray);
            default:
                return Equals(Reference, other.Reference);
        }
    }

    public override bool Equals(object? obj) => obj is Value other && Equals(other);

    public override int GetHashCode()
    {
        switch (Kind)
        {
            case ValueKind.Null:
                return 0;
            case ValueKind.Boolean or ValueKind.Integer:
                return Bits.GetHashCode();
            case ValueKind.Node or ValueKind.Relationship:
                return Bits.GetHashCode() * 31;
            case ValueKind.Float:
                var number = Number;
                return number == Math.Floor(number) && Math.Abs(number) < 9.2e18
                    ? ((long)number).GetHashCode()
                    : number.GetHashCode();
            case ValueKind.List:
                var hash = 19;
                foreach (var item in Items)
                {
                    hash = (hash * 31) + item.GetHashCode();
                }

                return hash;
            case ValueKind.Map:
                var sum = 23;
                var map = AsMap();
                for (var i = 0; i < map.Count; i++)
                {
                    sum += map.KeySpan[i].GetHashCode(StringComparison.Ordinal) ^ map.ValueSpan[i].GetHashCode();
                }

                return sum;
            case ValueKind.Path:
                var path = AsPath();
                return HashCode.Combine(path.NodeArray.Length, path.NodeArray[0], path.NodeArray[^1]);
            default:
                return Reference?.GetHashCode() ?? 0;
        }
    }

    public int CompareTo(Value other) => ValueOrder.Compare(this, other);
}

/// <summary>The order of values.</summary>
internal static class ValueOrder
{
    /// <summary>Ranks by <see cref="ValueKind"/>.</summary>
    private static ReadOnlySpan<byte> Ranks =>
        // Null, Boolean, Integer, Float, String, List, Map, Node, Relationship, Path,
        [99, 31, 32, 32, 30, 13, 10, 11, 12, 14,
        // Date, LocalTime, Time, LocalDateTime, DateTime, Duration, Point, Bytes
            22, 24, 23, 21, 20, 25, 15, 26];

    public static int Compare(Value left, Value right)
    {
        var order = Ranks[(int)left.Kind].CompareTo(Ranks[(int)right.Kind]);
        if (order != 0)
        {
            return order;
        }

        switch (left.Kind)
        {
            case ValueKind.Null:
                return 0;
            case ValueKind.Boolean or ValueKind.Node or ValueKind.Relationship:
                return left.Bits.CompareTo(right.Bits);
            case ValueKind.Integer or ValueKind.Float:
                return CompareNumbers(left, right);
            case ValueKind.String:
                return CompareStrings((string)left.Reference!, (string)right.Reference!);
            case ValueKind.List:
                return CompareSequences(left.Items, right.Items);
            case ValueKind.Map:
                return CompareMaps(left.AsMap(), right.AsMap());
            case ValueKind.Path:
                return ComparePaths(left.AsPath(), right.AsPath());
            default:
                return ((IComparable)left.Reference!).CompareTo(right.Reference);
        }
    }

    /// <summary>Numbers exactly, also a large integer against a float; NaN above all.</summary>
    public static int CompareNumbers(Value left, Value right)
    {
        if (left.Kind == ValueKind.Integer && right.Kind == ValueKind.Integer)
        {
            return left.Bits.CompareTo(right.Bits);
        }

        if (left.Kind == ValueKind.Float && right.Kind == ValueKind.Float)
        {
            var (a, b) = (left.Number, right.Number);
            return double.IsNaN(a) ? (double.IsNaN(b) ? 0 : 1) : double.IsNaN(b) ? -1 : a == b ? 0 : a.CompareTo(b);
        }

        return left.Kind == ValueKind.Integer
            ? CompareIntegerToFloat(left.Bits, right.Number)
            : -CompareIntegerToFloat(right.Bits, left.Number);
    }

    private static int CompareIntegerToFloat(long integer, double number)
    {
        if (double.IsNaN(number) || number >= 9223372036854775808.0)
        {
            return -1;
        }

        if (number < -9223372036854775808.0)
        {
            return 1;
        }

        var floor = Math.Floor(number);
        var order = integer.CompareTo((long)floor);
        return order != 0 ? order : number > floor ? -1 : 0;
    }

    /// <summary>By code points, as Neo4j orders strings; UTF-16 units differ only where surrogates meet the units above them.</summary>
    public static int CompareStrings(string left, string right)
    {
        var length = Math.Min(left.Length, right.Length);
        for (var i = 0; i < length; i++)
        {
            var (a, b) = (left[i], right[i]);
            if (a != b)
            {
                return char.IsSurrogate(a) == char.IsSurrogate(b) ? a.CompareTo(b) : char.IsSurrogate(a) ? 1 : -1;
            }
        }

        return left.Length.CompareTo(right.Length);
    }

    private static int CompareSequences(Value[] left, Value[] right)
    {
        for (var i = 0; i < left.Length && i < right.Length; i++)
        {
            var order = Compare(left[i], right[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return left.Length.CompareTo(right.Length);
    }

    private static int CompareMaps(ValueMap left, ValueMap right)
    {
        var order = left.Count.CompareTo(right.Count);
        if (order != 0)
        {
            return order;
        }

        string[] leftKeys = [.. left.KeySpan];
        string[] rightKeys = [.. right.KeySpan];
        Array.Sort(leftKeys, StringComparer.Ordinal);
        Array.Sort(rightKeys, StringComparer.Ordinal);
        for (var i = 0; i < leftKeys.Length; i++)
        {
            order = string.CompareOrdinal(leftKeys[i], rightKeys[i]);
            if (order != 0)
            {
                return order;
            }
        }

        foreach (var key in leftKeys)
        {
            order = Compare(left.Get(key), right.Get(key));
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    private static int ComparePaths(PathReference left, PathReference right)
    {
        for (var i = 0; i < left.NodeArray.Length && i < right.NodeArray.Length; i++)
        {
            var order = Compare(left.NodeArray[i], right.NodeArray[i]);
            if (order == 0 && i < left.RelationshipArray.Length && i < right.RelationshipArray.Length)
            {
                order = Compare(left.RelationshipArray[i], right.RelationshipArray[i]);
            }

            if (order != 0)
            {
                return order;
            }
        }

        return left.NodeArray.Length.CompareTo(right.NodeArray.Length);
    }

    public static bool MapsAreEqual(ValueMap left, ValueMap right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        for (var i = 0; i < left.Count; i++)
        {
            if (!right.TryGetValue(left.KeySpan[i], out var value) || !left.ValueSpan[i].Equals(value))
            {
                return false;
            }
        }

        return true;
    }
}
