using Graph.Embedded.Expressions;
using Graph.Embedded.Planning;
using Graph.Embedded.Values;

namespace Graph.Embedded.Execution;

internal sealed class FilterOperator(QueryContext context, Operator input, FilterPlan plan) : SingleInputOperator(context, input)
{
    private readonly Expression[] _predicates = [.. plan.Predicates];

    public override bool MoveNext()
    {
        while (Input.MoveNext())
        {
            if (Passes())
            {
                return true;
            }
        }

        return false;
    }

    private bool Passes()
    {
        foreach (var predicate in _predicates)
        {
            if (predicate.Test(Context) != true)
            {
                return false;
            }
        }

        return true;
    }
}

internal sealed class ProjectionOperator(QueryContext context, Operator input, ProjectionPlan plan) : SingleInputOperator(context, input)
{
    public override bool MoveNext()
    {
        if (!Input.MoveNext())
        {
            return false;
        }

        foreach (var column in plan.Columns)
        {
            Context.Set(column.Symbol, column.Expression.Evaluate(Context));
        }

        return true;
    }
}

/// <summary>A row for each item of a list; none for null, one for a value that is no list.</summary>
internal sealed class UnwindOperator(QueryContext context, Operator input, UnwindPlan plan) : NestedOperator(context, input)
{
    private readonly ScalarCallExpression? _range = plan.List is ScalarCallExpression { Name: "range" } call ? call : null;
    private Value[] _items = [];
    private int _next;
    private long _current;
    private long _step;
    private Int128 _left;

    protected override bool Open()
    {
        if (_range is not null && OpenRange(_range))
        {
            return true;
        }

        _left = -1;
        var list = plan.List.Evaluate(Context);
        _items = list.Kind switch
        {
            ValueKind.Null => [],
            ValueKind.List => list.Items,
            _ => [list],
        };
        _next = 0;
        return true;
    }

    protected override bool Advance()
    {
        Context.Guard.Tick();
        if (_left >= 0)
        {
            return AdvanceRange();
        }

        if (_next >= _items.Length)
        {
            return false;
        }

        Context.Set(plan.Variable, _items[_next++]);
        return true;
    }

    /// <summary>Counts through a range rather than make a list of it; false where the call itself must say what is wrong.</summary>
    private bool OpenRange(ScalarCallExpression call)
    {
        var start = call.Children[0].Evaluate(Context);
        var end = call.Children[1].Evaluate(Context);
        var step = call.Children.Count > 2 ? call.Children[2].Evaluate(Context) : Value.Of(1L);
        if (start.Kind != ValueKind.Integer || end.Kind != ValueKind.Integer || step.Kind != ValueKind.Integer || step.AsInteger == 0)
        {
            return false;
        }

        (_current, _step) = (start.AsInteger, step.AsInteger);
        _left = Int128.Max(0, (((Int128)end.AsInteger - start.AsInteger) / step.AsInteger) + 1);
        return true;
    }

    private bool AdvanceRange()
    {
        if (_left == 0)
        {
            return false;
        }

        _left--;
        Context.Set(plan.Variable, Value.Of(_current));
        _current = unchecked(_current + _step);
        return true;
    }
}

internal sealed class SkipOperator(QueryContext context, Operator input, SkipPlan plan) : SingleInputOperator(context, input)
{
    private bool _hasSkipped;

    public override void Reset()
    {
        base.Reset();
        _hasSkipped = false;
    }

    public override bool MoveNext()
    {
        if (!_hasSkipped)
        {
            _hasSkipped = true;
            for (var left = RowCount.Evaluate(Context, plan.Count); left > 0; left--)
            {
                if (!Input.MoveNext())
                {
                    return false;
                }
            }
        }

        return Input.MoveNext();
    }
}

internal sealed class LimitOperator(QueryContext context, Operator input, LimitPlan plan) : SingleInputOperator(context, input)
{
    private long _left = -1;

    public override void Reset()
    {
        base.Reset();
        _left = -1;
    }

    public override bool MoveNext()
    {
        if (_left < 0)
        {
            _left = RowCount.Evaluate(Context, plan.Count);
        }

        if (_left > 0 && Input.MoveNext())
        {
            _left--;
            return true;
        }

        while (plan.IsExhaustive && Input.MoveNext())
        {
            // Rows beyond the limit are not given, but what they write is.
        }

        return false;
    }
}

/// <summary>The numbers of SKIP and LIMIT.</summary>
internal static class RowCount
{
    public static long Evaluate(QueryContext context, Expression expression)
    {
        var value = expression.Evaluate(context);
        return value.Kind == ValueKind.Integer && value.AsInteger >= 0
            ? value.AsInteger
            : throw ValueErrors.Argument($"Invalid input. '{value}' is not a valid value. Must be a non-negative integer.");
    }
}

internal sealed class EagerOperator(QueryContext context, Operator input, EagerPlan plan) : SingleInputOperator(context, input)
{
    private readonly RowBuffer _rows = new(context, plan.Kept);
    private int _next = -1;

    public override void Reset()
    {
        base.Reset();
        _rows.Clear();
        _next = -1;
    }

    public override bool MoveNext()
    {
        if (_next < 0)
        {
            while (Input.MoveNext())
            {
                _rows.Add();
            }

            _next = 0;
        }

        if (_next >= _rows.Count)
        {
            return false;
        }

        _rows.Load(_next++);
        return true;
    }
}

internal sealed class EntityCastOperator(QueryContext context, Operator input, EntityCastPlan plan) : SingleInputOperator(context, input)
{
    public override bool MoveNext()
    {
        if (!Input.MoveNext())
        {
            return false;
        }

        foreach (var (source, entity) in plan.Casts)
        {
            var value = Context.Get(source);
            var expected = entity.IsNode ? ValueKind.Node : ValueKind.Relationship;
            if (!value.IsNull && value.Kind != expected)
            {
                throw ValueErrors.Type(
                    $"Expected to find a {(entity.IsNode ? "node" : "relationship")} at '{source.Name}' but found {value} instead");
            }

            Context.Set(entity, value);
        }

        return true;
    }
}

internal sealed class EmptyResultOperator(QueryContext context, Operator input) : SingleInputOperator(context, input)
{
    public override bool MoveNext()
    {
        while (Input.MoveNext())
        {
            // Only what the rows do counts.
        }

        return false;
    }
}
