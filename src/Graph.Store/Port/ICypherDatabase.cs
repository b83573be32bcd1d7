namespace Graph.Store.Port;

/// <summary>A database that runs Cypher: the embedded engine, or Neo4j over Bolt or HTTP.</summary>
/// <remarks>Instances are safe for use from several threads. Errors are <see cref="CypherDatabaseException"/>.</remarks>
public interface ICypherDatabase : IAsyncDisposable
{
    /// <summary>What it is and where, for people: <c>embedded data/graph</c>, <c>Neo4j/5.26.0 at bolt://127.0.0.1:7687</c>.</summary>
    string Description { get; }

    /// <summary>Runs <paramref name="work"/> in one transaction and commits it; transient failures run it again from the start.</summary>
    /// <remarks>
    /// An exception of the work, or a cancellation, rolls back; nothing of it is seen by anybody. Work may run more than once,
    /// so it must have no effect outside its transaction.
    /// </remarks>
    /// <typeparam name="T">What the work gives back.</typeparam>
    Task<T> TransactAsync<T>(
        AccessMode mode, Func<ICypherTransaction, CancellationToken, Task<T>> work, CancellationToken cancellationToken);

    /// <summary>Runs one statement outside an explicit transaction, as schema commands need it.</summary>
    Task<QueryResult> RunAsync(CypherStatement statement, AccessMode mode, CancellationToken cancellationToken);
}

/// <summary>An open transaction; it ends with the work it was given to.</summary>
public interface ICypherTransaction
{
    /// <summary>Runs one statement and reads its whole result.</summary>
    Task<QueryResult> RunAsync(CypherStatement statement, CancellationToken cancellationToken);
}

/// <summary>What a transaction may do.</summary>
public enum AccessMode
{
    Read,
    Write,
}
