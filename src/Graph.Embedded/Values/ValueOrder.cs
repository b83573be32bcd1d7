using Graph.Embedded.Values.Temporal;

namespace Graph.Embedded.Values;

/// <summary>The order of ORDER BY over all values, and Cypher's comparison operators.</summary>
/// <remarks>
/// Between types, ascending: map, node, relationship, list, bytes, path, point, date-time, local date-time, date, time,
/// local time, duration, string, boolean, number (NaN last), null.
/// </remarks>
public sealed class ValueOrder : IComparer<Value>
{
    private ValueOrder()
    {
    }

    public static ValueOrder Ascending { get; } = new();

    /// <summary>Total order; 0 for values that sort alike.</summary>
    public int Compare(Value x, Value y)
    {
        var byType = RankOf(x.Kind).CompareTo(RankOf(y.Kind));
        return byType != 0 ? byType : CompareWithinType(x, y);
    }

    /// <summary>Sign of the comparison by <c>&lt;</c> and its like; null where the values cannot be compared.</summary>
    /// <remarks>NaN compares to nothing: see <see cref="IsLess"/>, which gives false for it.</remarks>
    internal static int? Compared(Value left, Value right)
    {
        if (left.IsNumber && right.IsNumber)
        {
            return CompareNumbers(left, right);
        }

        if (left.Kind != right.Kind)
        {
            return null;
        }

        return left.Kind switch
        {
            ValueKind.Null or ValueKind.Node or ValueKind.Relationship or ValueKind.Path => null,
            ValueKind.Duration or ValueKind.Point => null,
            ValueKind.List => ComparedLists(left.Items, right.Items),
            _ => Ascending.Compare(left, right),
        };
    }

    public static bool? IsLess(Value left, Value right) => Test(left, right, static sign => sign < 0);

    public static bool? IsLessOrEqual(Value left, Value right) => Test(left, right, static sign => sign <= 0);

    public static bool? IsGreater(Value left, Value right) => Test(left, right, static sign => sign > 0);

    public static bool? IsGreaterOrEqual(Value left, Value right) => Test(left, right, static sign => sign >= 0);

    private static bool? Test(Value left, Value right, Func<int, bool> holds)
    {
        if (IsNaN(left) && right.IsNumber || IsNaN(right) && left.IsNumber)
        {
            return false;
        }

        return Compared(left, right) is { } sign ? holds(sign) : null;
    }

    private static bool IsNaN(Value value) => value.Kind == ValueKind.Float && double.IsNaN(value.AsFloat);

    private static int CompareWithinType(Value x, Value y) => x.Kind switch
    {
        ValueKind.Null => 0,
        ValueKind.Integer or ValueKind.Float => CompareNumbers(x, y),
        ValueKind.String => CompareText(x.AsString, y.AsString),
        ValueKind.List => CompareItems(x.Items, y.Items),
        ValueKind.Path => CompareItems(x.Items, y.Items),
        ValueKind.Map => CompareMaps(x.AsMap, y.AsMap),
        ValueKind.Time => CompareTimes(x, y),
        ValueKind.LocalDateTime => CompareSeconds(x, y),
        ValueKind.DateTime => CompareDateTimes(x, y),
        ValueKind.Duration => CompareDurations(x.AsDuration, y.AsDuration),
        ValueKind.Point => ComparePoints(x.AsPoint, y.AsPoint),
        ValueKind.Bytes => x.AsBytes.Span.SequenceCompareTo(y.AsBytes.Span),
        _ => x.Bits.CompareTo(y.Bits),
    };

    private static int CompareNumbers(Value x, Value y)
    {
        if (x.Kind == ValueKind.Integer && y.Kind == ValueKind.Integer)
        {
            return x.Bits.CompareTo(y.Bits);
        }

        var (left, right) = (x.AsFloat, y.AsFloat);
        if (double.IsNaN(left) || double.IsNaN(right))
        {
            return double.IsNaN(left).CompareTo(double.IsNaN(right));
        }

        return left.CompareTo(right);
    }

    // By code points, as Neo4j does: units of a pair stand above the units that follow them.
    private static int CompareText(string left, string right)
    {
        var shared = left.AsSpan().CommonPrefixLength(right);
        if (shared == left.Length || shared == right.Length)
        {
            return left.Length.CompareTo(right.Length);
        }

        var (first, second) = (left[shared], right[shared]);
        var bySurrogate = char.IsSurrogate(first).CompareTo(char.IsSurrogate(second));
        return bySurrogate != 0 ? bySurrogate : first.CompareTo(second);
    }

    private static int? ComparedLists(Value[] left, Value[] right)
    {
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            var sign = Compared(left[i], right[i]);
            if (sign != 0)
            {
                return sign;
            }
        }

        return left.Length.CompareTo(right.Length);
    }

    private static int CompareItems(Value[] left, Value[] right)
    {
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            var sign = Ascending.Compare(left[i], right[i]);
            if (sign != 0)
            {
                return sign;
            }
        }

        return left.Length.CompareTo(right.Length);
    }

    // By size, then keys, then values, both in the order of the keys.
    private static int CompareMaps(MapValue left, MapValue right)
    {
        if (left.Count != right.Count)
        {
            return left.Count.CompareTo(right.Count);
        }

        string[] leftKeys = [.. left.Keys.Order(StringComparer.Ordinal)];
        string[] rightKeys = [.. right.Keys.Order(StringComparer.Ordinal)];
        for (var i = 0; i < leftKeys.Length; i++)
        {
            var sign = string.CompareOrdinal(leftKeys[i], rightKeys[i]);
            if (sign != 0)
            {
                return sign;
            }
        }

        foreach (var key in leftKeys)
        {
            var sign = Ascending.Compare(left[key], right[key]);
            if (sign != 0)
            {
                return sign;
            }
        }

        return 0;
    }

    // By the instant, then by the offset: the same instant at two offsets is two values.
    private static int CompareTimes(Value x, Value y)
    {
        var byInstant = (x.Bits - (x.Extra * CivilDate.NanosPerSecond))
            .CompareTo(y.Bits - (y.Extra * CivilDate.NanosPerSecond));
        return byInstant != 0 ? byInstant : x.Extra.CompareTo(y.Extra);
    }

    private static int CompareSeconds(Value x, Value y)
    {
        var bySecond = x.Bits.CompareTo(y.Bits);
        return bySecond != 0 ? bySecond : x.Extra.CompareTo(y.Extra);
    }

    private static int CompareDateTimes(Value x, Value y)
    {
        var byInstant = CompareSeconds(x, y);
        if (byInstant != 0)
        {
            return byInstant;
        }

        var byOffset = x.OffsetSeconds.CompareTo(y.OffsetSeconds);
        return byOffset != 0 ? byOffset : string.CompareOrdinal(x.Zone.Name, y.Zone.Name);
    }

    private static int CompareDurations(DurationValue x, DurationValue y)
    {
        var byLength = x.AverageNanos.CompareTo(y.AverageNanos);
        if (byLength != 0)
        {
            return byLength;
        }

        var byMonths = x.Months.CompareTo(y.Months);
        return byMonths != 0 ? byMonths : x.Days.CompareTo(y.Days);
    }

    private static int ComparePoints(PointValue x, PointValue y) =>
        (x.System, x.X, x.Y, x.Z).CompareTo((y.System, y.X, y.Y, y.Z));

    private static int RankOf(ValueKind kind) => kind switch
    {
        ValueKind.Map => 0,
        ValueKind.Node => 1,
        ValueKind.Relationship => 2,
        ValueKind.List => 3,
        ValueKind.Bytes => 4,
        ValueKind.Path => 5,
        ValueKind.Point => 6,
        ValueKind.DateTime => 7,
        ValueKind.LocalDateTime => 8,
        ValueKind.Date => 9,
        ValueKind.Time => 10,
        ValueKind.LocalTime => 11,
        ValueKind.Duration => 12,
        ValueKind.String => 13,
        ValueKind.Boolean => 14,
        ValueKind.Integer or ValueKind.Float => 15,
        _ => 16,
    };
}
