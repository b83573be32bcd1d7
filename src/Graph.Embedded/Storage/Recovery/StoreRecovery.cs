using Graph.Embedded.Storage.Files;
using Graph.Embedded.Storage.FullText;
using Graph.Embedded.Storage.Log;
using Graph.Embedded.Storage.Records;
using Graph.Embedded.Storage.Snapshots;
using Graph.Embedded.Storage.Transactions;

namespace Graph.Embedded.Storage.Recovery;

/// <summary>What recovery found.</summary>
/// <param name="Store">Identity of the store.</param>
/// <param name="State">The graph after the last commit.</param>
/// <param name="Log">Stands behind the last commit.</param>
internal sealed record RecoveredStore(Guid Store, GraphState State, LogWriter Log);

/// <summary>Brings a store back to its last commit: the newest snapshot, then the logs after it.</summary>
internal sealed class StoreRecovery(IStorageDevice device, TokenTables tokens)
{
    /// <summary>Serial of the writer that replays; writers of transactions come after it.</summary>
    public const long Owner = 1;

    private readonly GraphState _state = new GraphState(new LabelSetTable()).Fork(Owner);
    private Guid? _store;

    /// <param name="newStore">Identity for the store where there is none yet.</param>
    /// <exception cref="StorageException">The store is damaged, or a newer program wrote it.</exception>
    public RecoveredStore Recover(Guid newStore)
    {
        foreach (var part in device.List().Where(StoreFileNames.IsPart))
        {
            device.Delete(part);
        }

        var snapshots = StoreFileNames.Snapshots(device);
        if (snapshots.Count > 0)
        {
            ReadSnapshot(snapshots[^1]);
        }

        var logs = StoreFileNames.Logs(device);
        var log = Replay(logs) ?? LogWriter.Create(device, _store ?? newStore, _state.Sequence + 1);
        DeleteBefore(device, snapshots.Count > 0 ? snapshots[^1] : 0);
        foreach (var index in _state.Indexes.Where(index => index.Definition.Kind == IndexKind.FullText))
        {
            FullTextIndex.Fill(_state, index);
        }

        return new RecoveredStore(_store ?? newStore, _state, log);
    }

    /// <summary>Deletes the snapshots and logs that a snapshot makes needless.</summary>
    public static void DeleteBefore(IStorageDevice device, long snapshot)
    {
        var logs = StoreFileNames.Logs(device);
        var needless = StoreFileNames.Snapshots(device).Where(sequence => sequence < snapshot).Select(StoreFileNames.Snapshot)
            .Concat(logs.Where((_, i) => i + 1 < logs.Count && logs[i + 1] <= snapshot + 1).Select(StoreFileNames.Log))
            .ToArray();
        foreach (var name in needless)
        {
            device.Delete(name);
        }

        if (needless.Length > 0)
        {
            device.SyncFolder();
        }
    }

    /// <summary>The graph of the newest snapshot alone; changes nothing on the device.</summary>
    public GraphState ReadNewestSnapshot()
    {
        ReadSnapshot(StoreFileNames.Snapshots(device)[^1]);
        return _state;
    }

    private void ReadSnapshot(long sequence)
    {
        var name = StoreFileNames.Snapshot(sequence);
        using var file = device.Open(name);
        var header = FormatMigration.ReadHeader(device, name, file, StoreFileKind.Snapshot);
        CheckStore(header, name);
        if (header.Sequence != sequence)
        {
            throw StoreErrors.Damaged(device, name, 0, $"the file is the snapshot of commit {header.Sequence}");
        }

        new SnapshotReader(device, name, file, _state, tokens).Read();
        _state.Sequence = sequence;
    }

    private LogWriter? Replay(IReadOnlyList<long> logs)
    {
        LogWriter? writer = null;
        for (var i = 0; i < logs.Count; i++)
        {
            var isLast = i == logs.Count - 1;
            if (!isLast && logs[i + 1] <= _state.Sequence + 1)
            {
                continue;
            }

            if (logs[i] > _state.Sequence + 1)
            {
                throw StoreErrors.Missing(
                    device, StoreFileNames.Log(_state.Sequence + 1), $"the next log begins with commit {logs[i]}");
            }

            writer = Replay(logs[i], isLast);
        }

        return writer;
    }

    private LogWriter? Replay(long first, bool isLast)
    {
        var name = StoreFileNames.Log(first);
        long end;
        uint previous;
        using (var file = device.Open(name))
        {
            var reader = new LogReader(device, name, file, isLast);
            CheckStore(FormatMigration.ReadHeader(device, name, file, StoreFileKind.Log), name);
            ReplayRecords(name, reader, first);
            (end, previous) = (reader.End, reader.Previous);
        }

        return isLast ? LogWriter.Resume(device, _store!.Value, first, end, previous) : null;
    }

    private void ReplayRecords(string name, LogReader reader, long first)
    {
        var session = new WriteSession(_state, tokens, null, null);
        var replay = new ChangeReplay(session, tokens);
        for (var expected = first; reader.MoveNext(expected); expected++)
        {
            if (expected <= _state.Sequence)
            {
                continue;
            }

            try
            {
                replay.Apply(reader.Body);
            }
            catch (InvalidDataException e)
            {
                throw StoreErrors.Damaged(device, name, reader.Start, e.Message);
            }

            _state.Sequence = expected;
        }
    }

    private void CheckStore(FileHeader header, string name)
    {
        _store ??= header.Store;
        if (_store != header.Store)
        {
            throw StoreErrors.Foreign(device, name);
        }
    }
}
