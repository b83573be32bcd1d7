using Graph.Embedded.Execution;
using Graph.Embedded.Storage;
using Graph.Embedded.Values;

namespace Graph.Embedded.Engine;

/// <summary>The rows of a running query: pulled as they are wanted, or all buffered.</summary>
internal sealed class QueryResult : EmbeddedResult
{
    private readonly EngineTransaction _transaction;
    private readonly QueryStatement _statement;
    private readonly QueryContext _context;
    private StorageTransaction _storage;
    private EntityHydration _hydration;
    private readonly Operator _root;
    private readonly Value[] _row;
    private Queue<Value[]>? _buffer;
    private ReadOnlyMemory<Value> _current;
    private ResultState _state;

    public QueryResult(EngineTransaction transaction, QueryStatement statement, QueryContext context)
    {
        (_transaction, _statement, _context) = (transaction, statement, context);
        _storage = context.Storage;
        _hydration = new EntityHydration(_storage);
        _root = OperatorBuilder.Build(statement.Plan, context);
        _row = new Value[statement.Columns.Count];
    }

    private enum ResultState : byte
    {
        Running,
        Ended,

        /// <summary>Its transaction ended before it did.</summary>
        Abandoned,
    }

    public override IReadOnlyList<string> Columns => _statement.ColumnNames;

    public override ReadOnlySpan<Value> Current => _current.Span;

    public override ResultSummary Summary => new(
        _statement.Type, _context.Updates.ToCounters(), PlanDescriptions.OfRun(_statement, _context), _context.Profile is not null, []);

    public override bool MoveNext()
    {
        if (_buffer is not null && _buffer.TryDequeue(out var buffered))
        {
            _current = buffered;
            return true;
        }

        if (_state == ResultState.Abandoned)
        {
            throw new CypherException("Neo.ClientError.Transaction.TransactionNotFound", "The transaction of the result has ended.");
        }

        if (_state == ResultState.Ended || !_transaction.Guarded(Pull))
        {
            End();
            return false;
        }

        _current = _row;
        return true;
    }

    /// <summary>Reads every row that is left, so that nothing that happens later touches them.</summary>
    public void Buffer()
    {
        _buffer ??= new Queue<Value[]>();
        while (_state == ResultState.Running && _transaction.Guarded(Pull))
        {
            _context.Guard.Allocate(32 + (24L * _row.Length));
            if (_row.Length > 0)
            {
                _buffer.Enqueue([.. _row]);
            }
        }

        End();
    }

    public void Abandon()
    {
        if (_state == ResultState.Running)
        {
            _state = ResultState.Abandoned;
        }
    }

    protected override void Dispose(bool disposing)
    {
        _buffer = null;
        End();
    }

    private bool Pull()
    {
        if (!_root.MoveNext())
        {
            return false;
        }

        if (!ReferenceEquals(_storage, _context.Storage))
        {
            // The statement committed in parts and goes on in another storage transaction.
            _storage = _context.Storage;
            _hydration = new EntityHydration(_storage);
        }

        for (var i = 0; i < _row.Length; i++)
        {
            _row[i] = _hydration.Hydrate(_context.Get(_statement.Columns[i]));
        }

        return true;
    }

    private void End()
    {
        if (_state == ResultState.Running)
        {
            _state = ResultState.Ended;
            _transaction.Close(this);
        }
    }
}
