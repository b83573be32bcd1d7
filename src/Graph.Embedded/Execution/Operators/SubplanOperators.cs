using Graph.Embedded.Planning;

namespace Graph.Embedded.Execution;

/// <summary>The rows of an inner plan for each row, or one with nulls.</summary>
internal sealed class OptionalOperator(QueryContext context, Operator input, Operator inner, OptionalPlan plan) : NestedOperator(context, input)
{
    private bool _isFirst;

    protected override bool Open()
    {
        inner.Reset();
        _isFirst = true;
        return true;
    }

    protected override bool Advance()
    {
        var isFirst = _isFirst;
        _isFirst = false;
        if (inner.MoveNext())
        {
            return true;
        }

        if (!isFirst)
        {
            return false;
        }

        foreach (var symbol in plan.Nullable)
        {
            Context.SetNull(symbol);
        }

        EndRow();
        return true;
    }
}

/// <summary><c>CALL {}</c>.</summary>
internal sealed class SubqueryCallOperator(QueryContext context, Operator input, Operator inner, SubqueryCallPlan plan)
    : NestedOperator(context, input)
{
    private bool _isUnitRow;
    private bool _isFirst;

    protected override bool Open()
    {
        inner.Reset();
        _isFirst = true;
        if (!plan.IsUnit)
        {
            return true;
        }

        while (inner.MoveNext())
        {
            // A unit subquery is run for what it does.
        }

        _isUnitRow = true;
        return true;
    }

    protected override bool Advance()
    {
        if (plan.IsUnit)
        {
            var isRow = _isUnitRow;
            _isUnitRow = false;
            return isRow;
        }

        var isFirst = _isFirst;
        _isFirst = false;
        if (inner.MoveNext())
        {
            return true;
        }

        if (!isFirst || !plan.IsOptional)
        {
            return false;
        }

        foreach (var column in plan.Columns)
        {
            Context.SetNull(column);
        }

        EndRow();
        return true;
    }
}

/// <summary>The rows of each branch in turn, their columns copied to those of the whole.</summary>
internal sealed class UnionOperator(QueryContext context, IReadOnlyList<Operator> branches, UnionPlan plan) : Operator(context)
{
    private int _at;

    public override void Reset()
    {
        _at = 0;
        foreach (var branch in branches)
        {
            branch.Reset();
        }
    }

    public override bool MoveNext()
    {
        while (_at < branches.Count)
        {
            if (branches[_at].MoveNext())
            {
                var columns = plan.Branches[_at].Columns;
                for (var i = 0; i < columns.Count; i++)
                {
                    Context.Set(plan.Columns[i], Context.Get(columns[i]));
                }

                return true;
            }

            _at++;
        }

        return false;
    }
}
