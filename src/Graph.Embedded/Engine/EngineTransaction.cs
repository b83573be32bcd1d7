using Graph.Embedded.Execution;
using Graph.Embedded.Functions;
using Graph.Embedded.Parsing.Syntax;
using Graph.Embedded.Storage;
using Graph.Embedded.Values;

namespace Graph.Embedded.Engine;

/// <summary>Runs statements over one storage transaction.</summary>
internal sealed class EngineTransaction : EmbeddedTransaction
{
    private readonly EngineDatabase _database;
    private readonly TransactionState _state;
    private readonly DateTimeOffset _began;
    private readonly Lazy<Random> _random;
    private readonly List<QueryResult> _open = [];
    private TransactionPhase _phase;

    /// <param name="metadata">What the client says of it.</param>
    /// <param name="isAutoCommit">Whether it is begun for one statement alone, which may then commit in parts.</param>
    public EngineTransaction(EngineDatabase database, StorageTransaction storage, MapValue metadata, bool isAutoCommit = false)
        : this(
            database,
            new TransactionState(storage, database.Info, isAutoCommit ? () => database.Begin(AccessMode.Write, CancellationToken.None) : null)
            {
                Metadata = metadata,
            },
            database.Options.Time.GetUtcNow(),
            new Lazy<Random>(database.NextRandom))
    {
    }

    private EngineTransaction(EngineDatabase database, TransactionState state, DateTimeOffset began, Lazy<Random> random) =>
        (_database, _state, _began, _random) = (database, state, began, random);

    private enum TransactionPhase : byte
    {
        Open,

        /// <summary>A statement failed: only a rollback is left.</summary>
        Failed,
        Ended,
    }

    public bool IsWrite => _state.Storage.IsWrite;

    public bool IsFailed => _phase == TransactionPhase.Failed;

    public static CypherException MarkedAsFailed() => new(
        "Neo.ClientError.Transaction.TransactionMarkedAsFailed", "A statement of the transaction failed; it can only be rolled back.");

    /// <summary>Whether the statement would write.</summary>
    /// <exception cref="CypherException">The text is wrong.</exception>
    public bool Writes(string cypher)
    {
        var statement = _database.Plans.Get(cypher, _state.Storage);
        return statement.Writes && statement.Mode != StatementMode.Explain;
    }

    /// <summary>The same transaction to its statements, its clock included, over other storage.</summary>
    public EngineTransaction Succeed(StorageTransaction storage) =>
        new(_database, new TransactionState(storage, _state.Database, null) { Metadata = _state.Metadata }, _began, _random);

    public override EmbeddedResult Run(
        string cypher, IReadOnlyDictionary<string, Value>? parameters = null, CancellationToken cancellationToken = default)
    {
        RequireOpen();
        return Guarded(() => Start(cypher, parameters, cancellationToken));
    }

    public override void Commit()
    {
        RequireOpen();
        BufferOpenResults(null);
        _phase = TransactionPhase.Ended;
        try
        {
            if (IsWrite)
            {
                _state.Storage.Commit();
            }
        }
        catch (StorageException exception)
        {
            throw StorageErrors.Translate(exception);
        }
        finally
        {
            _state.Storage.Dispose();
        }
    }

    public override void Rollback() => Dispose(true);

    /// <summary>Runs a step of a statement; an error leaves the transaction failed.</summary>
    public T Guarded<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (StorageException exception)
        {
            _phase = TransactionPhase.Failed;
            throw StorageErrors.Translate(exception);
        }
        catch
        {
            _phase = TransactionPhase.Failed;
            throw;
        }
    }

    public void Close(QueryResult result) => _open.Remove(result);

    protected override void Dispose(bool disposing)
    {
        if (_phase != TransactionPhase.Ended)
        {
            _phase = TransactionPhase.Ended;
            foreach (var result in _open.ToArray())
            {
                result.Abandon();
            }

            _state.Storage.Dispose();
        }
    }

    private EmbeddedResult Start(string cypher, IReadOnlyDictionary<string, Value>? parameters, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var statement = _database.Plans.Get(cypher, _state.Storage);
        if (statement.Mode == StatementMode.Explain)
        {
            return ExplainedResult.Of(statement);
        }

        if (statement.Writes)
        {
            RequireWrite(statement);
            BufferOpenResults(null);
        }

        if (statement is SchemaStatement schema)
        {
            return SchemaCommands.Run(schema, _state.Storage);
        }

        var query = (QueryStatement)statement;
        var context = new QueryContext(
            _state, query.Slots, ParameterValues(query.Parameters, parameters),
            new FunctionClock(_database.Options.Time, _began, _database.Options.Time.GetUtcNow(), _random),
            new ResourceGuard(_database.Options.Limits, _database.Options.Time, cancellationToken))
        {
            Profile = query.Mode == StatementMode.Profile ? new PlanProfile() : null,
        };
        var result = new QueryResult(this, query, context);
        if (statement.Writes)
        {
            result.Buffer();
        }
        else
        {
            _open.Add(result);
        }

        return result;
    }

    /// <summary>Rows not read yet of other results would see what is written now: they are read first.</summary>
    private void BufferOpenResults(QueryResult? except)
    {
        foreach (var result in _open.ToArray())
        {
            if (!ReferenceEquals(result, except))
            {
                result.Buffer();
            }
        }

        _open.Clear();
    }

    private void RequireOpen()
    {
        if (_phase == TransactionPhase.Failed)
        {
            throw MarkedAsFailed();
        }

        if (_phase == TransactionPhase.Ended)
        {
            throw new CypherException("Neo.ClientError.Transaction.TransactionNotFound", "The transaction has ended.");
        }
    }

    private void RequireWrite(CompiledStatement statement)
    {
        if (!IsWrite)
        {
            throw new CypherException(
                "Neo.ClientError.Statement.AccessMode",
                statement.Type == StatementType.Schema
                    ? "Schema operations are not allowed in a transaction that was begun for reading."
                    : "Writing in read access mode not allowed. Attempted write to neo4j");
        }
    }

    private static Value[] ParameterValues(IReadOnlyList<string> names, IReadOnlyDictionary<string, Value>? given)
    {
        if (names.Count == 0)
        {
            return [];
        }

        var values = new Value[names.Count];
        List<string>? missing = null;
        for (var i = 0; i < values.Length; i++)
        {
            if (given is null || !given.TryGetValue(names[i], out values[i]))
            {
                (missing ??= []).Add(names[i]);
            }
        }

        return missing is null
            ? values
            : throw new CypherException("Neo.ClientError.Statement.ParameterMissing", $"Expected parameter(s): {string.Join(", ", missing)}");
    }
}
