using Graph.Embedded.Storage.Binary;
using Graph.Embedded.Storage.Records;
using Graph.Embedded.Storage.Scans;
using Graph.Embedded.Values;

namespace Graph.Embedded.Storage.Indexes;

/// <summary>Turns seeks by value into walks over runs of keys.</summary>
internal static class IndexSeek
{
    /// <summary>Entities whose indexed properties, as many as there are values, equal the values by Cypher's <c>=</c>.</summary>
    public static IdCursor Equal(GraphState state, IndexData index, ReadOnlySpan<Value> values)
    {
        var key = new ByteBuffer();
        foreach (var value in values)
        {
            if (!value.IsStorable || IsNaN(value))
            {
                return new EmptyIdCursor();
            }

            KeyEncoder.Append(key, value);
        }

        // Large numbers equal others that sort beside them, since Cypher compares them as doubles; only a look tells.
        var first = values[0];
        if (values.Length == 1 && first.IsNumber && KeyEncoder.IsInexact(first.AsFloat))
        {
            key.Truncate(key.Length - 2);
            var indexed = index.Definition.Keys[0];
            return new KeyRunCursor(
                index.Tree.From(key.Span), key.ToArray(),
                id => ValueEquality.AreEqual(ValueOf(state, index, id, indexed), first) == true);
        }

        return new KeyRunCursor(index.Tree.From(key.Span), key.ToArray(), null);
    }

    /// <summary>Entities whose first indexed property lies within the bounds by Cypher's comparison operators.</summary>
    public static IdCursor InRange(GraphState state, IndexData index, IndexRange range)
    {
        var (lower, upper) = (range.Lower, range.Upper);
        if (lower.IsNull && upper.IsNull)
        {
            return All(index);
        }

        var bound = lower.IsNull ? upper : lower;
        if (!bound.IsStorable || bound.Kind is ValueKind.Duration or ValueKind.Point || IsNaN(lower) || IsNaN(upper))
        {
            return new EmptyIdCursor();
        }

        var rank = KeyEncoder.RankOf(bound);
        if (!lower.IsNull && !upper.IsNull && (!upper.IsStorable || KeyEncoder.RankOf(upper) != rank))
        {
            return new EmptyIdCursor();
        }

        var from = lower.IsNull ? [rank] : KeyOf(lower);
        var to = upper.IsNull ? [rank] : KeyOf(upper);
        var indexed = index.Definition.Keys[0];

        // Keys place values that compare to nothing (NaN, lists of mixed items) among the others; the operators decide.
        Predicate<int>? isWithin = rank is KeyEncoder.NumberRank or ListRank || !range.LowerInclusive || !range.UpperInclusive
            ? id => IsWithin(ValueOf(state, index, id, indexed), range)
            : null;
        return new KeyRangeCursor(index.Tree.From(from), to, isWithin);
    }

    public static IdCursor WithPrefix(IndexData index, GraphState state, string prefix)
    {
        var key = new ByteBuffer();
        KeyEncoder.AppendPrefix(key, prefix);
        var indexed = index.Definition.Keys[0];
        Predicate<int>? matches = prefix.Length > 0 && char.IsHighSurrogate(prefix[^1])
            ? id => ValueOf(state, index, id, indexed).AsString.StartsWith(prefix, StringComparison.Ordinal)
            : null;
        return new KeyRunCursor(index.Tree.From(key.Span), key.ToArray(), matches);
    }

    public static IdCursor All(IndexData index) => new KeyRunCursor(index.Tree.From([]), [], null);

    private const byte ListRank = 3;

    private static bool IsNaN(Value value) => value.Kind == ValueKind.Float && double.IsNaN(value.AsFloat);

    private static byte[] KeyOf(Value value)
    {
        var key = new ByteBuffer();
        KeyEncoder.Append(key, value);
        return key.ToArray();
    }

    private static Value ValueOf(GraphState state, IndexData index, int id, int key) =>
        PropertyBlob.Read(state.PropertiesOf(index.Definition.Entity, id), key);

    private static bool IsWithin(Value value, IndexRange range)
    {
        var isAbove = range.Lower.IsNull || (range.LowerInclusive
            ? ValueOrder.IsGreaterOrEqual(value, range.Lower)
            : ValueOrder.IsGreater(value, range.Lower)) == true;
        return isAbove && (range.Upper.IsNull || (range.UpperInclusive
            ? ValueOrder.IsLessOrEqual(value, range.Upper)
            : ValueOrder.IsLess(value, range.Upper)) == true);
    }
}
