using Graph.Embedded.Storage.Files;
using Graph.Embedded.Storage.Log;
using Graph.Embedded.Storage.Recovery;
using Graph.Embedded.Storage.Snapshots;

namespace Graph.Embedded.Storage;

/// <summary>The files of an open store: its lock, its log and its snapshots.</summary>
internal sealed class DurableStore : IDisposable
{
    private readonly IDisposable _lock;

    private DurableStore(IDisposable held, IStorageDevice device, RecoveredStore recovered, StorageOptions options, TokenTables tokens)
    {
        _lock = held;
        Store = recovered.Store;
        Commits = new CommitQueue(device, recovered.Log, recovered.State, tokens);
        Checkpointer = new Checkpointer(device, recovered.Store, Commits, tokens, options);
    }

    /// <summary>Identity of the store; it stays the same for its life.</summary>
    public Guid Store { get; }

    public CommitQueue Commits { get; }

    public Checkpointer Checkpointer { get; }

    /// <summary>Locks the folder and recovers what is in it; fills in the tokens.</summary>
    public static DurableStore Open(IStorageDevice device, StorageOptions options, TokenTables tokens)
    {
        var held = device.Lock();
        try
        {
            // An identity must differ from that of every other store; it decides nothing else.
            var recovered = new StoreRecovery(device, tokens).Recover(Guid.NewGuid());
            return new DurableStore(held, device, recovered, options, tokens);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Checkpointer.Dispose();
        try
        {
            Commits.WriteCloseNote();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The note only helps to tell damage from a crash; every commit is durable without it.
        }
        finally
        {
            Commits.Dispose();
            _lock.Dispose();
        }
    }
}
