using Graph.Embedded.Planning;
using Graph.Embedded.Storage;
using Graph.Embedded.Values;

namespace Graph.Embedded.Execution;

/// <summary>Opens index cursors with the values that a plan's expressions have for the row.</summary>
internal static class IndexCursors
{
    /// <summary>Null where no entity can match, as with a null value.</summary>
    public static IdCursor? Open(QueryContext context, IndexAccess access)
    {
        context.Hits++;
        switch (access.Use)
        {
            case IndexUse.Equal:
                return Equal(context, access);
            case IndexUse.In:
                return In(context, access);
            case IndexUse.Range:
                return Range(context, access);
            case IndexUse.Prefix:
                var prefix = access.Values[0]!.Evaluate(context);
                return prefix.Kind == ValueKind.String ? context.Storage.SeekPrefix(access.Index, prefix.AsString) : null;
            default:
                return context.Storage.ScanIndex(access.Index);
        }
    }

    private static IdCursor? Equal(QueryContext context, IndexAccess access)
    {
        if (access.Values.Count == 1)
        {
            var only = access.Values[0]!.Evaluate(context);
            return CanEqual(only) ? context.Storage.Seek(access.Index, new ReadOnlySpan<Value>(in only)) : null;
        }

        var values = new Value[access.Values.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = access.Values[i]!.Evaluate(context);
            if (!CanEqual(values[i]))
            {
                return null;
            }
        }

        return context.Storage.Seek(access.Index, values);
    }

    private static ConcatenatedCursor? In(QueryContext context, IndexAccess access)
    {
        var list = access.Values[0]!.Evaluate(context);
        return list.Kind switch
        {
            ValueKind.Null => null,
            ValueKind.List => new ConcatenatedCursor(context.Storage, access.Index, [.. list.Items.Where(CanEqual).Distinct()]),
            _ => throw ValueErrors.Mismatch("List<T>", list),
        };
    }

    private static IdCursor? Range(QueryContext context, IndexAccess access)
    {
        var lower = access.Values[0]?.Evaluate(context) ?? Value.Null;
        var upper = access.Values[1]?.Evaluate(context) ?? Value.Null;
        var isImpossible = (access.Values[0] is not null && !CanBound(lower)) || (access.Values[1] is not null && !CanBound(upper));
        return isImpossible
            ? null
            : context.Storage.SeekRange(access.Index, new IndexRange(lower, access.LowerInclusive, upper, access.UpperInclusive));
    }

    // Null equals nothing, NaN neither; entities and maps cannot be stored.
    private static bool CanEqual(Value value) => value.Kind switch
    {
        ValueKind.Null or ValueKind.Node or ValueKind.Relationship or ValueKind.Path or ValueKind.Map => false,
        ValueKind.Float => !double.IsNaN(value.AsFloat),
        ValueKind.List => value.IsStorable && Array.TrueForAll(value.Items, CanEqual),
        _ => true,
    };

    private static bool CanBound(Value value) => CanEqual(value) && value.Kind is not (ValueKind.Duration or ValueKind.Point);

    /// <summary>The entities equal to each of several values.</summary>
    private sealed class ConcatenatedCursor(StorageTransaction storage, IndexDefinition index, Value[] values) : IdCursor
    {
        private int _next;
        private IdCursor? _cursor;

        public override bool MoveNext()
        {
            while (_cursor?.MoveNext() != true)
            {
                if (_next >= values.Length)
                {
                    return false;
                }

                _cursor = storage.Seek(index, new ReadOnlySpan<Value>(in values[_next++]));
            }

            Current = _cursor.Current;
            return true;
        }
    }
}
