using Graph.Embedded.Values;
using Graph.Embedded.Values.Operators;

namespace Graph.Embedded.Execution;

/// <summary>Hash sets of long lists that <c>IN</c> looks through again and again, such as a parameter.</summary>
internal sealed class MembershipTable
{
    /// <summary>Lists shorter than this are looked through.</summary>
    public const int Threshold = 16;

    private Value[]? _items;
    private HashSet<Value>? _set;
    private bool _isPlain;

    public Value Contains(Value item, Value list)
    {
        if (!ReferenceEquals(_items, list.Items))
        {
            // Made at the second use in a row: a list that changes with every row is not worth a table.
            (_items, _set) = (list.Items, null);
            return Collections.In(item, list);
        }

        if (_set is null)
        {
            _isPlain = Array.TrueForAll(list.Items, IsPlain);
            _set = _isPlain ? [.. list.Items] : [];
        }

        if (!_isPlain || !IsPlain(item))
        {
            return Collections.In(item, list);
        }

        return Value.Of(_set.Contains(item));
    }

    // Where equality has no third value and equals equivalence.
    private static bool IsPlain(Value value) => value.Kind switch
    {
        ValueKind.Null or ValueKind.List or ValueKind.Map or ValueKind.Path => false,
        ValueKind.Float => !double.IsNaN(value.AsFloat),
        _ => true,
    };
}
