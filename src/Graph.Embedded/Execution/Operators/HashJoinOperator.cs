using Graph.Embedded.Expressions;
using Graph.Embedded.Planning;
using Graph.Embedded.Values;

namespace Graph.Embedded.Execution;

/// <summary>Holds the right side in a table and looks each row of the left up in it; without keys every row meets every other.</summary>
internal sealed class HashJoinOperator(QueryContext context, Operator input, Operator right, HashJoinPlan plan) : NestedOperator(context, input)
{
    private readonly RowBuffer _rows = new(context, plan.RightSymbols);
    private readonly Dictionary<Value[], List<int>> _table = new(ValueArrayComparer.Instance);
    private readonly Value[] _key = new Value[plan.LeftKeys.Count];
    private bool _isBuilt;
    private List<int>? _matches;
    private int _next;

    public override void Reset()
    {
        base.Reset();
        right.Reset();
        _rows.Clear();
        _table.Clear();
        _isBuilt = false;
    }

    public override bool MoveNext()
    {
        if (!_isBuilt)
        {
            _isBuilt = true;
            Build();
        }

        return base.MoveNext();
    }

    protected override bool Open()
    {
        _next = 0;
        return Evaluate(plan.LeftKeys) && _table.TryGetValue(_key, out _matches);
    }

    protected override bool Advance()
    {
        if (_next >= _matches!.Count)
        {
            return false;
        }

        Context.Guard.Tick();
        _rows.Load(_matches[_next++]);
        return true;
    }

    private void Build()
    {
        while (right.MoveNext())
        {
            if (!Evaluate(plan.RightKeys))
            {
                continue;
            }

            if (!_table.TryGetValue(_key, out var rows))
            {
                _table.Add([.. _key], rows = []);
            }

            rows.Add(_rows.Add());
        }
    }

    /// <summary>False where a key can equal nothing: null, NaN, or a list or map that holds such.</summary>
    private bool Evaluate(IReadOnlyList<Expression> keys)
    {
        for (var i = 0; i < _key.Length; i++)
        {
            _key[i] = keys[i].Evaluate(Context);
            if (ValueEquality.AreEqual(_key[i], _key[i]) != true)
            {
                return false;
            }
        }

        return true;
    }
}
