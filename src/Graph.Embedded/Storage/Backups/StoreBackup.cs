using Graph.Embedded.Storage.Files;
using Graph.Embedded.Storage.Recovery;
using Graph.Embedded.Storage.Snapshots;

namespace Graph.Embedded.Storage.Backups;

/// <summary>Copies of a store. A backup is a store itself: a folder with one snapshot.</summary>
internal static class StoreBackup
{
    /// <summary>Writes a version into an empty device.</summary>
    public static void Write(
        IStorageDevice target, Guid store, GraphState state, TokenTables tokens, CancellationToken cancellationToken)
    {
        DemandEmpty(target);
        SnapshotWriter.Write(target, store, state, tokens, cancellationToken);
    }

    /// <summary>Checks a backup whole and writes its graph into an empty device.</summary>
    public static void Restore(IStorageDevice backup, IStorageDevice target, CancellationToken cancellationToken)
    {
        DemandEmpty(target);
        if (StoreFileNames.Snapshots(backup).Count == 0)
        {
            throw new StorageException(
                StorageErrorKind.Corrupt, $"{backup.Describe("")} holds no backup. Name the folder that a backup was written to.");
        }

        var tokens = new TokenTables();
        using var held = target.Lock();
        var state = new StoreRecovery(backup, tokens).ReadNewestSnapshot();

        // The two stores go different ways from here: a file of one must never be taken for the other's.
        SnapshotWriter.Write(target, Guid.NewGuid(), state, tokens, cancellationToken);
    }

    private static void DemandEmpty(IStorageDevice target)
    {
        if (StoreFileNames.AnyIn(target))
        {
            throw new StorageException(
                StorageErrorKind.WriteFailed,
                $"{target.Describe("")} holds a store already, which would be overwritten. Name an empty folder.");
        }
    }
}
