using Graph.Embedded.Expressions;
using Graph.Embedded.Values;
using Graph.Embedded.Values.Operators;

namespace Graph.Embedded.Execution.Aggregation;

internal sealed class CountAggregator : ValueAggregator
{
    private long _count;

    public override void Add(QueryContext context, Value value) => _count++;

    public override Value Result() => Value.Of(_count);
}

/// <summary>0 for no values; numbers or durations, not both. A sum of integers that overflows goes on as a float.</summary>
internal sealed class SumAggregator : ValueAggregator
{
    private Value _sum = Value.Of(0L);
    private bool _isEmpty = true;

    public override void Add(QueryContext context, Value value)
    {
        NumberInput.Check("SUM", value);
        _sum = _isEmpty ? value : Plus(value);
        _isEmpty = false;
    }

    private Value Plus(Value value)
    {
        if (_sum.Kind != ValueKind.Integer || value.Kind != ValueKind.Integer)
        {
            return NumberInput.Add("SUM", _sum, value);
        }

        var sum = unchecked(_sum.AsInteger + value.AsInteger);
        var overflows = ((_sum.AsInteger ^ sum) & (value.AsInteger ^ sum)) < 0;
        return overflows ? Value.Of(_sum.AsFloat + value.AsFloat) : Value.Of(sum);
    }

    public override Value Result() => _sum;
}

/// <summary>Null for no values; always a float for numbers.</summary>
internal sealed class AverageAggregator : ValueAggregator
{
    private double _mean;
    private DurationValue? _total;
    private long _count;

    public override void Add(QueryContext context, Value value)
    {
        NumberInput.Check("AVG", value);
        if ((value.Kind == ValueKind.Duration) != (_total is not null) && _count > 0)
        {
            throw NumberInput.Mixed("AVG");
        }

        _count++;
        if (value.Kind == ValueKind.Duration)
        {
            _total = _total?.Plus(value.AsDuration) ?? value.AsDuration;
        }
        else
        {
            // A running mean cannot overflow where a sum would; once infinite it stays so.
            _mean = double.IsInfinity(_mean) || double.IsInfinity(value.AsFloat)
                ? _mean + value.AsFloat
                : _mean + ((value.AsFloat - _mean) / _count);
        }
    }

    public override Value Result() => _count == 0 ? Value.Null : _total is not null ? Value.Of(_total.Times(1.0 / _count)) : Value.Of(_mean);
}

/// <summary>The first or last in the order of all values.</summary>
/// <param name="wanted">Sign of the comparison of the result with the others.</param>
internal sealed class ExtremeAggregator(int wanted) : ValueAggregator
{
    private Value _best;

    public override void Add(QueryContext context, Value value)
    {
        if (_best.IsNull || Math.Sign(ValueOrder.Ascending.Compare(value, _best)) == wanted)
        {
            _best = value;
        }
    }

    public override Value Result() => _best;
}

internal sealed class CollectAggregator : ValueAggregator
{
    private const int ValueBytes = 24;
    private readonly List<Value> _items = [];

    public override void Add(QueryContext context, Value value)
    {
        context.Guard.Allocate(ValueBytes);
        _items.Add(value);
    }

    public override Value Result() => Value.List([.. _items]);
}

/// <summary>Standard deviation by Welford's running sums; null for no values, 0 for one.</summary>
internal sealed class DeviationAggregator(bool isSample) : ValueAggregator
{
    private double _mean;
    private double _squares;
    private long _count;

    public override void Add(QueryContext context, Value value)
    {
        if (!value.IsNumber)
        {
            throw ValueErrors.Mismatch("Float or Integer", value);
        }

        _count++;
        var difference = value.AsFloat - _mean;
        _mean += difference / _count;
        _squares += difference * (value.AsFloat - _mean);
    }

    public override Value Result() =>
        _count == 0 ? Value.Null : _count == 1 ? Value.Of(0.0) : Value.Of(Math.Sqrt(_squares / (isSample ? _count - 1 : _count)));
}

/// <summary>The value below which a part of the values lies; interpolated (continuous) or one of the values (discrete).</summary>
internal sealed class PercentileAggregator(Expression percentile, bool isContinuous) : ValueAggregator
{
    private readonly List<Value> _values = [];
    private double _fraction = double.NaN;

    public override void Add(QueryContext context, Value value)
    {
        if (!value.IsNumber)
        {
            throw ValueErrors.Mismatch("Float or Integer", value);
        }

        if (_values.Count == 0)
        {
            ReadFraction(context);
        }

        context.Guard.Allocate(24);
        _values.Add(value);
    }

    public override Value Result()
    {
        if (_values.Count == 0)
        {
            return Value.Null;
        }

        _values.Sort(ValueOrder.Ascending);
        return isContinuous ? Continuous() : _values[DiscreteIndex()];
    }

    private void ReadFraction(QueryContext context)
    {
        var value = percentile.Evaluate(context);
        _fraction = value.IsNumber ? value.AsFloat : throw ValueErrors.Mismatch("Float", value);
        if (!(_fraction is >= 0 and <= 1))
        {
            throw ValueErrors.Argument($"Invalid input '{value}' is not a valid argument, must be a number in the range 0.0 to 1.0");
        }
    }

    private int DiscreteIndex()
    {
        var index = (int)(_fraction * _values.Count);
        return index > 0 && index == _fraction * _values.Count ? index - 1 : Math.Min(index, _values.Count - 1);
    }

    private Value Continuous()
    {
        var at = _fraction * (_values.Count - 1);
        var (floor, ceiling) = ((int)Math.Floor(at), (int)Math.Ceiling(at));

        // A value that needs no interpolation stays what it is, integer or float.
        return floor == ceiling
            ? _values[floor]
            : Value.Of((_values[floor].AsFloat * (ceiling - at)) + (_values[ceiling].AsFloat * (at - floor)));
    }
}

/// <summary>What sums and averages take.</summary>
internal static class NumberInput
{
    public static void Check(string function, Value value)
    {
        if (!value.IsNumber && value.Kind != ValueKind.Duration)
        {
            throw ValueErrors.Type($"{function}({value}) can only handle numerical values, duration, and null.");
        }
    }

    public static Value Add(string function, Value sum, Value value) => sum.IsNumber == value.IsNumber
        ? Arithmetic.Add(sum, value)
        : throw Mixed(function);

    public static CypherException Mixed(string function) => ValueErrors.Type($"{function} cannot mix number and duration");
}
