using Graph.Embedded.Storage.Binary;
using Graph.Embedded.Storage.Records;
using Graph.Embedded.Storage.Scans;
using Graph.Embedded.Values;

namespace Graph.Embedded.Storage.Indexes;

/// <summary>Turns seeks by value into walks over runs of keys.</summary>
internal static class IndexSeek
{
    /// <summary>Entities whose indexed properties, as many as there are values, equal the values by Cypher's <c>=</c>.</summary>
    /// <param name="key">Room to write the key in.</param>
    public static IdCursor Equal(GraphState state, IndexData index, ReadOnlySpan<Value> values, ByteBuffer key)
    {
        key.Clear();
        foreach (var value in values)
        {
            // NaN, and a list with it, equals nothing, not even itself.
            if (!value.IsStorable || ValueEquality.AreEqual(value, value) != true)
            {
                return new EmptyIdCursor();
            }

            KeyEncoder.Append(key, value);
        }

        return values.Length == 1 && IsInexact(values[0])
            ? EqualLarge(state, index, values[0], key)
            : new KeyRunCursor(index.Tree.From(key.Span), new KeyPrefix(key.ToArray(), true), null);
    }

    // Large numbers equal others that sort beside them, since Cypher compares them as doubles; only a look tells.
    private static KeyRunCursor EqualLarge(GraphState state, IndexData index, Value value, ByteBuffer key)
    {
        key.Truncate(key.Length - KeyEncoder.LostSize);
        var indexed = index.Definition.Keys[0];
        return new KeyRunCursor(
            index.Tree.From(key.Span), new KeyPrefix(key.ToArray(), false),
            id => ValueEquality.AreEqual(ValueOf(state, index, id, indexed), value) == true);
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
        var to = upper.IsNull ? new KeyPrefix([rank], false) : new KeyPrefix(KeyOf(upper), !IsInexact(upper));
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
        return new KeyRunCursor(index.Tree.From(key.Span), new KeyPrefix(key.ToArray(), false), matches);
    }

    public static IdCursor All(IndexData index) => new KeyRunCursor(index.Tree.From([]), new KeyPrefix([], false), null);

    private const byte ListRank = 3;

    private static bool IsNaN(Value value) => value.Kind == ValueKind.Float && double.IsNaN(value.AsFloat);

    private static bool IsInexact(Value value) => value.IsNumber && KeyEncoder.IsInexact(value.AsFloat);

    /// <summary>The key of a bound; of a large number, the part that it shares with all that compare equal.</summary>
    private static byte[] KeyOf(Value bound)
    {
        var key = new ByteBuffer();
        KeyEncoder.Append(key, bound);
        key.Truncate(key.Length - (IsInexact(bound) ? KeyEncoder.LostSize : 0));
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
