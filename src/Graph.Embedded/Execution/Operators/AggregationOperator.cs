using Graph.Embedded.Binding;
using Graph.Embedded.Execution.Aggregation;
using Graph.Embedded.Planning;
using Graph.Embedded.Values;

namespace Graph.Embedded.Execution;

/// <summary>Groups all rows by keys and computes aggregates for each group; without keys there is always one group.</summary>
internal sealed class AggregationOperator(QueryContext context, Operator input, AggregationPlan plan) : SingleInputOperator(context, input)
{
    private const int GroupBytes = 160;
    private readonly BoundGrouping _grouping = plan.Grouping;
    private readonly Value[] _scratch = new Value[plan.Grouping.Keys.Count];
    private readonly Dictionary<Value[], Aggregator[]> _groups = new(ValueArrayComparer.Instance);
    private Dictionary<Value[], Aggregator[]>.Enumerator _results;
    private bool _isGathered;
    private long _bytes;

    public override void Reset()
    {
        base.Reset();
        _groups.Clear();
        _isGathered = false;
        Context.Guard.Release(_bytes);
        _bytes = 0;
    }

    public override bool MoveNext()
    {
        if (!_isGathered)
        {
            Gather();
            _isGathered = true;
            _results = _groups.GetEnumerator();
        }

        if (!_results.MoveNext())
        {
            return false;
        }

        var (keys, aggregators) = _results.Current;
        for (var i = 0; i < keys.Length; i++)
        {
            Context.Set(_grouping.Keys[i].Symbol, keys[i]);
        }

        for (var i = 0; i < aggregators.Length; i++)
        {
            Context.Set(_grouping.Aggregates[i].Symbol, aggregators[i].Result());
        }

        return true;
    }

    private void Gather()
    {
        var only = _scratch.Length == 0 ? AddGroup([]) : null;
        while (Input.MoveNext())
        {
            var aggregators = only ?? GroupOfRow();
            if (plan.Weight is { } weight)
            {
                var rows = Context.Values[weight.Slot.Index].AsInteger;
                foreach (var aggregator in aggregators)
                {
                    aggregator.AddRows(rows);
                }

                continue;
            }

            foreach (var aggregator in aggregators)
            {
                aggregator.Add(Context);
            }
        }
    }

    private Aggregator[] GroupOfRow()
    {
        for (var i = 0; i < _scratch.Length; i++)
        {
            _scratch[i] = _grouping.Keys[i].Expression.Evaluate(Context);
        }

        return _groups.TryGetValue(_scratch, out var known) ? known : AddGroup([.. _scratch]);
    }

    private Aggregator[] AddGroup(Value[] keys)
    {
        _bytes += GroupBytes;
        Context.Guard.Allocate(GroupBytes);
        Aggregator[] aggregators = [.. _grouping.Aggregates.Select(aggregate => plan.Weight is null ? Aggregator.Create(aggregate.Call) : new CountStarAggregator())];
        _groups.Add(keys, aggregators);
        return aggregators;
    }
}
