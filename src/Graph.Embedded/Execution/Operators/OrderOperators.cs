using Graph.Embedded.Binding;
using Graph.Embedded.Planning;
using Graph.Embedded.Values;

namespace Graph.Embedded.Execution;

/// <summary>Compares rows by sort keys; rows that sort alike keep the order they came in.</summary>
internal sealed class SortKeyComparer(IReadOnlyList<SortKey> keys) : IComparer<(Value[] Keys, int Row)>
{
    private readonly bool[] _descending = [.. keys.Select(static key => key.IsDescending)];

    public Value[] Evaluate(QueryContext context)
    {
        var values = new Value[_descending.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = keys[i].Expression.Evaluate(context);
        }

        return values;
    }

    public int Compare((Value[] Keys, int Row) x, (Value[] Keys, int Row) y)
    {
        for (var i = 0; i < _descending.Length; i++)
        {
            var sign = ValueOrder.Ascending.Compare(x.Keys[i], y.Keys[i]);
            if (sign != 0)
            {
                return _descending[i] ? -sign : sign;
            }
        }

        return x.Row.CompareTo(y.Row);
    }
}

internal sealed class SortOperator(QueryContext context, Operator input, SortPlan plan) : SingleInputOperator(context, input)
{
    private readonly RowBuffer _rows = new(context, plan.Kept);
    private readonly SortKeyComparer _comparer = new(plan.Keys);
    private readonly List<(Value[] Keys, int Row)> _order = [];
    private int _next = -1;

    public override void Reset()
    {
        base.Reset();
        _rows.Clear();
        _order.Clear();
        _next = -1;
    }

    public override bool MoveNext()
    {
        if (_next < 0)
        {
            Gather();
            _next = 0;
        }

        if (_next >= _order.Count)
        {
            return false;
        }

        _rows.Load(_order[_next++].Row);
        return true;
    }

    private void Gather()
    {
        while (Input.MoveNext())
        {
            _order.Add((_comparer.Evaluate(Context), _rows.Add()));
        }

        _order.Sort(_comparer);
    }
}

/// <summary>Holds only as many rows as are wanted: a heap whose top is the last of them.</summary>
internal sealed class TopOperator(QueryContext context, Operator input, TopPlan plan) : SingleInputOperator(context, input)
{
    private readonly RowBuffer _rows = new(context, plan.Kept);
    private readonly SortKeyComparer _comparer = new(plan.Keys);
    private (Value[] Keys, int Row, int Place)[]? _sorted;
    private long _next;

    public override void Reset()
    {
        base.Reset();
        _rows.Clear();
        _sorted = null;
    }

    public override bool MoveNext()
    {
        if (_sorted is null)
        {
            Gather();
        }

        if (_next >= _sorted!.Length)
        {
            return false;
        }

        _rows.Load(_sorted[_next++].Place);
        return true;
    }

    private void Gather()
    {
        var skip = plan.Skip is null ? 0 : RowCount.Evaluate(Context, plan.Skip);
        var limit = RowCount.Evaluate(Context, plan.Limit);
        var wanted = limit > long.MaxValue - skip ? long.MaxValue : skip + limit;
        var heap = new PriorityQueue<int, (Value[] Keys, int Row)>(Comparer<(Value[] Keys, int Row)>.Create((x, y) => _comparer.Compare(y, x)));
        var arrived = 0;
        while (limit > 0 && Input.MoveNext())
        {
            var key = (_comparer.Evaluate(Context), arrived++);
            if (heap.Count < wanted)
            {
                heap.Enqueue(_rows.Add(), key);
            }
            else if (heap.TryPeek(out var place, out var last) && _comparer.Compare(key, last) < 0)
            {
                _rows.Replace(place);
                heap.DequeueEnqueue(place, key);
            }
        }

        _sorted = [.. heap.UnorderedItems.Select(static item => (item.Priority.Keys, item.Priority.Row, item.Element))];
        Array.Sort(_sorted, (x, y) => _comparer.Compare((x.Keys, x.Row), (y.Keys, y.Row)));
        _next = Math.Min(skip, _sorted.Length);
    }
}
