using Graph.Embedded.Expressions;
using Graph.Embedded.Values;

namespace Graph.Embedded.Execution.Aggregation;

/// <summary>Computes one aggregate over the rows of one group.</summary>
internal abstract class Aggregator
{
    /// <summary>Takes the current row.</summary>
    public abstract void Add(QueryContext context);

    /// <summary>Takes the current row so many times; only of aggregators that count rows.</summary>
    public virtual void AddRows(long rows) => throw new InvalidOperationException("Rows have weights only where they are counted.");

    public abstract Value Result();

    public static Aggregator Create(AggregateExpression call)
    {
        if (call.Function == AggregateFunction.CountStar)
        {
            return new CountStarAggregator();
        }

        if (call is { Function: AggregateFunction.Count, IsDistinct: true, Argument: SymbolExpression { Symbol: { Slot.IsId: true } counted } })
        {
            return new DistinctEntityCountAggregator(counted.Slot.Index);
        }

        ValueAggregator values = call.Function switch
        {
            AggregateFunction.Count => new CountAggregator(),
            AggregateFunction.Sum => new SumAggregator(),
            AggregateFunction.Avg => new AverageAggregator(),
            AggregateFunction.Min => new ExtremeAggregator(wanted: -1),
            AggregateFunction.Max => new ExtremeAggregator(wanted: 1),
            AggregateFunction.Collect => new CollectAggregator(),
            AggregateFunction.StDev => new DeviationAggregator(isSample: true),
            AggregateFunction.StDevP => new DeviationAggregator(isSample: false),
            AggregateFunction.PercentileCont => new PercentileAggregator(call.Second!, isContinuous: true),
            _ => new PercentileAggregator(call.Second!, isContinuous: false),
        };
        return call.IsDistinct ? new DistinctArgumentAggregator(call.Argument!, values) : new ArgumentAggregator(call.Argument!, values);
    }
}

internal sealed class CountStarAggregator : Aggregator
{
    private long _count;

    public override void Add(QueryContext context) => _count++;

    public override void AddRows(long rows) => _count += rows;

    public override Value Result() => Value.Of(_count);
}

/// <summary>Aggregates the values of an expression that are not null.</summary>
internal sealed class ArgumentAggregator(Expression argument, ValueAggregator values) : Aggregator
{
    public override void Add(QueryContext context)
    {
        var value = argument.Evaluate(context);
        if (!value.IsNull)
        {
            values.Add(context, value);
        }
    }

    public override Value Result() => values.Result();
}

/// <summary>Aggregates the distinct values of an expression.</summary>
internal sealed class DistinctArgumentAggregator(Expression argument, ValueAggregator values) : Aggregator
{
    private const int EntryBytes = 64;
    private readonly HashSet<Value> _seen = [];

    public override void Add(QueryContext context)
    {
        var value = argument.Evaluate(context);
        if (!value.IsNull && (_seen.Add(value) || ValueEquality.HoldsNaN(value)))
        {
            context.Guard.Allocate(EntryBytes);
            values.Add(context, value);
        }
    }

    public override Value Result() => values.Result();
}

/// <summary><c>count(DISTINCT n)</c> of a node or relationship in the row.</summary>
internal sealed class DistinctEntityCountAggregator(int slot) : Aggregator
{
    private const int EntryBytes = 24;
    private readonly LongSet _seen = new();

    public override void Add(QueryContext context)
    {
        var id = context.Ids[slot];
        if (id >= 0 && _seen.Add(id))
        {
            context.Guard.Allocate(EntryBytes);
        }
    }

    public override Value Result() => Value.Of((long)_seen.Count);
}

/// <summary>Aggregates values that are not null.</summary>
internal abstract class ValueAggregator
{
    public abstract void Add(QueryContext context, Value value);

    public abstract Value Result();
}
