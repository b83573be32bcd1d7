using Graph.Embedded.Planning;
using Graph.Embedded.Values;

namespace Graph.Embedded.Execution;

/// <summary>The rows of a procedure for each row.</summary>
internal sealed class ProcedureCallOperator(QueryContext context, Operator input, ProcedureCallPlan plan) : NestedOperator(context, input)
{
    private IEnumerator<Value[]>? _rows;
    private bool _hasGivenRow;

    public override void Reset()
    {
        base.Reset();
        _rows?.Dispose();
        _rows = null;
    }

    protected override bool Open()
    {
        var arguments = new Value[plan.Call.Arguments.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = plan.Call.Arguments[i].Evaluate(Context);
        }

        _rows = plan.Call.Procedure.Body(Context, arguments).GetEnumerator();
        _hasGivenRow = false;
        return true;
    }

    protected override bool Advance()
    {
        if (_rows!.MoveNext())
        {
            _hasGivenRow = true;
            foreach (var (column, symbol) in plan.Call.Yields)
            {
                Context.Set(symbol, _rows.Current[column]);
            }

            return !plan.Call.IsVoid || Advance();
        }

        if (!plan.Call.IsVoid && (!plan.Call.IsOptional || _hasGivenRow))
        {
            return false;
        }

        foreach (var (_, symbol) in plan.Call.Yields)
        {
            Context.SetNull(symbol);
        }

        EndRow();
        return true;
    }
}
