using Graph.Embedded.Engine;
using Graph.Embedded.Storage;
using Graph.Embedded.Values;

namespace Graph.Embedded;

/// <summary>What a transaction may do.</summary>
public enum AccessMode
{
    /// <summary>Read what is committed when it begins.</summary>
    Read,

    /// <summary>Read and write, after the writer before it.</summary>
    Write,

    /// <summary>
    /// Read what is committed when it begins, until a statement writes: that one waits for the writer before it, and it and
    /// all after it see what is committed by then. What is read again may have changed, as it may in Neo4j.
    /// </summary>
    WriteOnDemand,
}

/// <summary>A Cypher database in this process.</summary>
public abstract class EmbeddedDatabase : IDisposable
{
    /// <summary>Begins a transaction; with <see cref="AccessMode.Write"/> it waits until the writer before it ends.</summary>
    public abstract EmbeddedTransaction BeginTransaction(AccessMode mode, CancellationToken cancellationToken = default);

    /// <summary>An empty graph that lives in memory alone.</summary>
    public static EmbeddedDatabase InMemory(EmbeddedDatabaseOptions? options = null) =>
        new EngineDatabase(StorageEngine.InMemory(), options ?? new EmbeddedDatabaseOptions());

    /// <summary>The graph in a folder, created there where there is none; see <see cref="StorageEngine.Open(string, StorageOptions?)"/>.</summary>
    /// <exception cref="StorageException">The store is locked, damaged or of a newer format.</exception>
    public static EmbeddedDatabase Open(string folder, EmbeddedDatabaseOptions? options = null, StorageOptions? storage = null) =>
        Over(StorageEngine.Open(folder, storage), options);

    /// <summary>A graph over a storage engine, which it closes when it is disposed.</summary>
    public static EmbeddedDatabase Over(StorageEngine engine, EmbeddedDatabaseOptions? options = null) =>
        new EngineDatabase(engine, options ?? new EmbeddedDatabaseOptions());

    /// <summary>
    /// Runs one statement in a transaction of its own: a write is committed before this returns; a reading transaction ends
    /// with the last row or when the result is disposed.
    /// </summary>
    /// <exception cref="CypherException">The statement is wrong or failed; nothing of it is kept.</exception>
    public virtual EmbeddedResult Run(
        string cypher, IReadOnlyDictionary<string, Value>? parameters = null, CancellationToken cancellationToken = default) =>
        new AutoCommitResult(BeginTransaction(AccessMode.Write, cancellationToken), commits: true, cypher, parameters, cancellationToken);

    /// <summary>The database of the server itself: it holds no graph, and takes only statements about the server.</summary>
    internal virtual EmbeddedDatabase System => this;

    /// <param name="metadata">What the client says of the transaction, for statements that ask.</param>
    internal virtual EmbeddedTransaction BeginTransaction(AccessMode mode, MapValue metadata, CancellationToken cancellationToken) =>
        BeginTransaction(mode, cancellationToken);

    /// <param name="metadata">What the client says of the transaction, for statements that ask.</param>
    internal virtual EmbeddedResult Run(string cypher, MapValue parameters, MapValue metadata, CancellationToken cancellationToken) =>
        Run(cypher, parameters, cancellationToken);

    /// <summary>Tells it by which server it is reached, for statements that ask. The default ignores it.</summary>
    public virtual void Announce(ServerInfo server)
    {
        // Only an engine with such statements has a use for it.
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}

/// <summary>An open transaction; disposing an open one rolls it back.</summary>
public abstract class EmbeddedTransaction : IDisposable
{
    /// <summary>Starts a statement. Rows come as they are pulled; writes happen as if the whole statement ran before the first row is seen.</summary>
    /// <exception cref="CypherException">The statement is wrong or failed; the transaction can then only be rolled back.</exception>
    public abstract EmbeddedResult Run(
        string cypher, IReadOnlyDictionary<string, Value>? parameters = null, CancellationToken cancellationToken = default);

    public abstract void Commit();

    public abstract void Rollback();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}

/// <summary>A statement's rows. Several results of one transaction may be open at once.</summary>
public abstract class EmbeddedResult : IDisposable
{
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>Moves to the next row; false at the end.</summary>
    public abstract bool MoveNext();

    /// <summary>The current row, one value a column; valid until the next <see cref="MoveNext"/>.</summary>
    public abstract ReadOnlySpan<Value> Current { get; }

    /// <summary>Complete once <see cref="MoveNext"/> has returned false.</summary>
    public abstract ResultSummary Summary { get; }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}
