namespace Graph.Embedded.Execution;

/// <summary>Gives rows one at a time: each call of <see cref="MoveNext"/> leaves the next one in the context's row.</summary>
internal abstract class Operator(QueryContext context)
{
    protected QueryContext Context { get; } = context;

    /// <summary>Starts again, for the outer row as it stands.</summary>
    public abstract void Reset();

    public abstract bool MoveNext();
}

/// <summary>An operator over the rows of one other.</summary>
internal abstract class SingleInputOperator(QueryContext context, Operator input) : Operator(context)
{
    protected Operator Input { get; } = input;

    public override void Reset() => Input.Reset();
}

/// <summary>Gives some rows, none or many, for each row of its input.</summary>
internal abstract class NestedOperator(QueryContext context, Operator input) : SingleInputOperator(context, input)
{
    private bool _isOpen;

    public override void Reset()
    {
        _isOpen = false;
        Input.Reset();
    }

    public override bool MoveNext()
    {
        while (true)
        {
            if (_isOpen && Advance())
            {
                return true;
            }

            Context.Guard.Tick();
            if (!Input.MoveNext())
            {
                _isOpen = false;
                return false;
            }

            _isOpen = Open();
        }
    }

    /// <summary>Says that the row given now is the last for the input row.</summary>
    protected void EndRow() => _isOpen = false;

    /// <summary>Begins with a row of the input; false where it gives nothing.</summary>
    protected abstract bool Open();

    /// <summary>The next row for the input row that was opened.</summary>
    protected abstract bool Advance();
}

/// <summary>One row: the outer one as it stands.</summary>
internal sealed class ArgumentOperator(QueryContext context) : Operator(context)
{
    private bool _isDone;

    public override void Reset() => _isDone = false;

    public override bool MoveNext()
    {
        var isFirst = !_isDone;
        _isDone = true;
        return isFirst;
    }
}
