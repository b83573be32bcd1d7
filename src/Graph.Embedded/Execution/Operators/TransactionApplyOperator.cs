using Graph.Embedded.Parsing.Syntax;
using Graph.Embedded.Planning;
using Graph.Embedded.Storage;
using Graph.Embedded.Values;

namespace Graph.Embedded.Execution;

/// <summary><c>CALL {} IN TRANSACTIONS</c>: gathers the rows it is called for, runs the subquery batch by batch and commits after each.</summary>
internal sealed class TransactionApplyOperator(QueryContext context, Operator input, Operator inner, TransactionApplyPlan plan)
    : SingleInputOperator(context, input)
{
    private const long DefaultBatch = 1000;
    private readonly RowBuffer _inputs = new(context, plan.Kept);
    private readonly RowBuffer _outputs = new(context, plan.Introduces);
    private readonly List<int> _inputOfOutput = [];
    private bool _hasRun;
    private int _next;
    private long _committed;

    public override void Reset()
    {
        base.Reset();
        _hasRun = false;
    }

    public override bool MoveNext()
    {
        if (!_hasRun)
        {
            _hasRun = true;
            Run();
        }

        if (_next >= _outputs.Count)
        {
            return false;
        }

        _inputs.Load(_inputOfOutput[_next]);
        _outputs.Load(_next++);
        return true;
    }

    private void Run()
    {
        if (!Context.Transaction.CanCommitInParts)
        {
            throw new CypherException(
                "Neo.DatabaseError.Transaction.TransactionStartFailed",
                "A query with 'CALL { ... } IN TRANSACTIONS' can only be executed in an implicit transaction, but tried to execute in an explicit "
                + "transaction; run it on its own.");
        }

        while (Input.MoveNext())
        {
            _inputs.Add();
        }

        // What the clauses before wrote is committed with them.
        Context.Transaction.Renew(commits: true);
        var size = plan.Batches.Size is null ? DefaultBatch : RowCount.Evaluate(Context, plan.Batches.Size);
        if (size == 0)
        {
            throw ValueErrors.Argument("OF ... ROWS: Invalid input. '0' is not a valid value. Must be a positive integer.");
        }

        var isBroken = false;
        for (var first = 0L; first < _inputs.Count; first += size)
        {
            isBroken |= !RunBatch((int)first, (int)Math.Min(first + size, _inputs.Count), isBroken) && plan.Batches.OnError == TransactionErrorMode.Break;
        }
    }

    /// <summary>False where the batch failed, and failing is allowed.</summary>
    private bool RunBatch(int first, int end, bool isSkipped)
    {
        if (isSkipped)
        {
            Fill(first, end, Report(isStarted: false, null));
            return true;
        }

        var outputs = _outputs.Count;
        try
        {
            for (var row = first; row < end; row++)
            {
                Call(row);
            }

            Context.Transaction.Renew(commits: true);
            _committed++;
            return true;
        }
        catch (CypherException exception) when (plan.Batches.OnError == TransactionErrorMode.Fail)
        {
            throw new CypherException(exception.Code, $"{exception.Message} (Transactions committed: {_committed})");
        }
        catch (Exception exception) when (exception is CypherException or StorageException && plan.Batches.OnError != TransactionErrorMode.Fail)
        {
            Context.Transaction.Renew(commits: false);
            _outputs.Truncate(outputs);
            _inputOfOutput.RemoveRange(outputs, _inputOfOutput.Count - outputs);
            Fill(first, end, Report(isStarted: true, exception.Message));
            return false;
        }
    }

    private void Call(int row)
    {
        _inputs.Load(row);
        inner.Reset();
        while (inner.MoveNext())
        {
            if (!plan.IsUnit)
            {
                AddOutput(row, Report(isStarted: true, null));
            }
        }

        if (plan.IsUnit)
        {
            AddOutput(row, Report(isStarted: true, null));
        }
    }

    /// <summary>Rows of a batch that gave none: their columns are null.</summary>
    private void Fill(int first, int end, Value report)
    {
        for (var row = first; row < end; row++)
        {
            foreach (var column in plan.Columns)
            {
                Context.SetNull(column);
            }

            AddOutput(row, report);
        }
    }

    private void AddOutput(int row, Value report)
    {
        if (plan.Batches.Report is { } symbol)
        {
            Context.Set(symbol, report);
        }

        _outputs.Add();
        _inputOfOutput.Add(row);
    }

    private static Value Report(bool isStarted, string? error) => Value.Of(new MapValue(
        ["started", "committed", "transactionId", "errorMessage"],
        [Value.Of(isStarted), Value.Of(isStarted && error is null), Value.Null, error is null ? Value.Null : Value.Of(error)]));
}
