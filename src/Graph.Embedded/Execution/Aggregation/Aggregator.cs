using Graph.Embedded.Expressions;
using Graph.Embedded.Values;

namespace Graph.Embedded.Execution.Aggregation;

/// <summary>Computes one aggregate over the rows of one group.</summary>
internal abstract class Aggregator
{
    /// <summary>Takes the current row.</summary>
    public abstract void Add(QueryContext context);

    public abstract Value Result();

    public static Aggregator Create(AggregateExpression call)
    {
        if (call.Function == AggregateFunction.CountStar)
        {
            return new CountStarAggregator();
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
        if (!value.IsNull && _seen.Add(value))
        {
            context.Guard.Allocate(EntryBytes);
            values.Add(context, value);
        }
    }

    public override Value Result() => values.Result();
}

/// <summary>Aggregates values that are not null.</summary>
internal abstract class ValueAggregator
{
    public abstract void Add(QueryContext context, Value value);

    public abstract Value Result();
}
