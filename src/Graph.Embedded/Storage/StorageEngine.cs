using Graph.Embedded.Storage.Records;
using Graph.Embedded.Storage.Transactions;

namespace Graph.Embedded.Storage;

/// <summary>A property graph with snapshot isolation: any number of readers beside one writer.</summary>
/// <remarks>Safe for use from several threads. A reader keeps the version it began with alive until it ends.</remarks>
public sealed class StorageEngine : IDisposable, ITransactionHost
{
    private readonly SemaphoreSlim _writers = new(1, 1);
    private volatile GraphState _published = new(new LabelSetTable());
    private long _lastOwner;

    private StorageEngine()
    {
    }

    public TokenTables Tokens { get; } = new();

    /// <summary>An empty graph that lives in memory alone.</summary>
    public static StorageEngine InMemory() => new();

    /// <summary>A view of what is committed now.</summary>
    public StorageTransaction BeginRead() => new GraphTransaction(_published, this);

    /// <summary>The writer; waits until the writer before it ends.</summary>
    /// <exception cref="OperationCanceledException">Cancelled while waiting.</exception>
    public StorageTransaction BeginWrite(CancellationToken cancellationToken = default)
    {
        _writers.Wait(cancellationToken);
        return new GraphTransaction(_published, ++_lastOwner, this);
    }

    public void Dispose() => _writers.Dispose();

    long ITransactionHost.Commit(GraphTransaction transaction, GraphState state)
    {
        state.Sequence++;
        _published = state;
        _writers.Release();
        return state.Sequence;
    }

    void ITransactionHost.End(GraphTransaction transaction)
    {
        if (transaction.IsWrite)
        {
            _writers.Release();
        }
    }
}
