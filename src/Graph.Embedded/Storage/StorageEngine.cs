using Graph.Embedded.Storage.Backups;
using Graph.Embedded.Storage.Consistency;
using Graph.Embedded.Storage.Files;
using Graph.Embedded.Storage.Log;
using Graph.Embedded.Storage.Records;
using Graph.Embedded.Storage.Recovery;
using Graph.Embedded.Storage.Transactions;

namespace Graph.Embedded.Storage;

/// <summary>A property graph with snapshot isolation: any number of readers beside one writer.</summary>
/// <remarks>Safe for use from several threads. A reader keeps the version it began with alive until it ends.</remarks>
public sealed class StorageEngine : IDisposable, ITransactionHost
{
    private readonly SemaphoreSlim _writers = new(1, 1);
    private readonly DurableStore? _store;
    private volatile GraphState _inMemory;
    private long _lastOwner = StoreRecovery.Owner;
    private ChangeLog? _spareLog;
    private bool _isDisposed;

    private StorageEngine(DurableStore? store, TokenTables tokens)
    {
        _store = store;
        _inMemory = new GraphState(new LabelSetTable());
        Tokens = tokens;
    }

    public TokenTables Tokens { get; }

    /// <summary>Why the last snapshot in the background failed; null where it went well.</summary>
    public Exception? LastSnapshotFailure => _store?.Checkpointer.LastFailure;

    /// <summary>An empty graph that lives in memory alone.</summary>
    public static StorageEngine InMemory() => new(null, new TokenTables());

    /// <summary>Opens the store in a folder, or creates one there, and brings it back to its last commit.</summary>
    /// <exception cref="StorageException">
    /// Another process has it open (<see cref="StorageErrorKind.Locked"/>), its files are damaged
    /// (<see cref="StorageErrorKind.Corrupt"/>), or a newer program wrote them (<see cref="StorageErrorKind.UnknownFormat"/>).
    /// </exception>
    /// <exception cref="IOException">The folder cannot be created, read or written.</exception>
    public static StorageEngine Open(string folder, StorageOptions? options = null) =>
        Open(new FolderDevice(folder), options ?? new StorageOptions());

    /// <summary>Whether the folder holds a store, sound or not.</summary>
    public static bool Exists(string folder) => Directory.Exists(folder) && StoreFileNames.AnyIn(new FolderDevice(folder));

    /// <summary>A view of what is committed now.</summary>
    public StorageTransaction BeginRead() => new GraphTransaction(Published, this);

    /// <summary>The writer; waits until the writer before it ends.</summary>
    /// <exception cref="OperationCanceledException">Cancelled while waiting.</exception>
    /// <exception cref="StorageException">The store takes no writes since a failure of the disk.</exception>
    public StorageTransaction BeginWrite(CancellationToken cancellationToken = default)
    {
        _writers.Wait(cancellationToken);
        try
        {
            var (state, failures) = _store?.Commits.Basis() ?? (_inMemory, 0);
            return new GraphTransaction(state, ++_lastOwner, failures, _store is null ? null : TakeChangeLog(), this);
        }
        catch
        {
            _writers.Release();
            throw;
        }
    }

    /// <summary>Writes a snapshot now, so that the next opening has no log to replay. Nothing for a graph in memory.</summary>
    public void Checkpoint() => _store?.Checkpointer.Run();

    /// <summary>Writes what is committed now into an empty folder, beside readers and writers. The folder can be opened as a store.</summary>
    /// <exception cref="StorageException">The folder holds a store already.</exception>
    /// <exception cref="IOException">The folder cannot be written; what was written of the backup is no store.</exception>
    public void Backup(string folder, CancellationToken cancellationToken = default) =>
        StoreBackup.Write(
            new FolderDevice(folder), _store?.Store ?? Guid.NewGuid(), Published, Tokens, cancellationToken);

    /// <summary>Checks a backup whole and writes its graph into an empty folder, to be opened as a store.</summary>
    /// <exception cref="StorageException">The backup is damaged or of a newer format, or the folder holds a store already.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no folder of the backup's name.</exception>
    public static void Restore(string backup, string folder, CancellationToken cancellationToken = default)
    {
        if (!Directory.Exists(backup))
        {
            throw new DirectoryNotFoundException($"There is no folder {Path.GetFullPath(backup)} to restore from.");
        }

        StoreBackup.Restore(new FolderDevice(backup), new FolderDevice(folder), cancellationToken);
    }

    /// <summary>Walks everything that is committed now and reports what does not fit together; empty for a sound store.</summary>
    public IReadOnlyList<Finding> CheckConsistency(CancellationToken cancellationToken = default) =>
        ConsistencyCheck.Run(Published, Tokens, cancellationToken);

    /// <summary>Ends what runs in the background and closes the files. Readers that are open may go on.</summary>
    public void Dispose()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            _store?.Dispose();
            _writers.Dispose();
        }
    }

    internal static StorageEngine Open(IStorageDevice device, StorageOptions options)
    {
        options.Validate();
        var tokens = new TokenTables();
        return new StorageEngine(DurableStore.Open(device, options, tokens), tokens);
    }

    internal GraphState Published => _store?.Commits.Published ?? _inMemory;

    long ITransactionHost.Commit(GraphTransaction transaction, GraphState state)
    {
        if (_store is null)
        {
            state.Sequence++;
            _inMemory = state;
            _writers.Release();
            return state.Sequence;
        }

        PendingCommit commit;
        try
        {
            if (transaction.Changes!.IsEmpty)
            {
                _store.Commits.Settle(transaction.Failures);
                return state.Sequence;
            }

            commit = _store.Commits.Accept(state, transaction.Changes, transaction.Failures);
        }
        finally
        {
            _writers.Release();
        }

        _store.Commits.Flush(commit);
        Keep(transaction.Changes);
        _store.Checkpointer.StartIfDue();
        return state.Sequence;
    }

    void ITransactionHost.End(GraphTransaction transaction)
    {
        if (transaction.IsWrite)
        {
            Keep(transaction.Changes);
            if (!_isDisposed)
            {
                _writers.Release();
            }
        }
    }

    // Its memory goes from transaction to transaction: large arrays, allocated for each, would keep the collector busy.
    private ChangeLog TakeChangeLog() => Interlocked.Exchange(ref _spareLog, null) ?? new ChangeLog();

    private void Keep(ChangeLog? log)
    {
        if (log is { IsReusable: true })
        {
            log.Clear();
            Interlocked.Exchange(ref _spareLog, log);
        }
    }
}
