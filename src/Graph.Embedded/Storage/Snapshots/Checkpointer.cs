using Graph.Embedded.Storage.Files;
using Graph.Embedded.Storage.Log;
using Graph.Embedded.Storage.Recovery;

namespace Graph.Embedded.Storage.Snapshots;

/// <summary>Writes snapshots beside the running store and drops the logs they replace.</summary>
internal sealed class Checkpointer(
    IStorageDevice device, Guid store, CommitQueue commits, TokenTables tokens, StorageOptions options) : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _writing = new();
    private readonly Lock _starting = new();
    private Task _background = Task.CompletedTask;
    private long _lastSize;

    /// <summary>What stopped the last snapshot in the background; null when it went well. The log grows until one does.</summary>
    public Exception? LastFailure { get; private set; }

    /// <summary>Starts a snapshot in the background when the log is long enough and none is being written.</summary>
    public void StartIfDue()
    {
        if (commits.LogLength < Math.Max(options.SnapshotAfterLogBytes, _lastSize / 2) || !_background.IsCompleted)
        {
            return;
        }

        lock (_starting)
        {
            if (_background.IsCompleted && !_stopping.IsCancellationRequested)
            {
                _background = Task.Run(RunInBackground);
            }
        }
    }

    /// <summary>Writes a snapshot of what is committed now.</summary>
    /// <exception cref="IOException">It could not be written; the store goes on with what it has.</exception>
    public void Run()
    {
        lock (_writing)
        {
            var state = commits.Rotate();
            var name = StoreFileNames.Snapshot(state.Sequence);
            if (state.Sequence > 0 && !device.List().Contains(name))
            {
                _lastSize = SnapshotWriter.Write(device, store, state, tokens, _stopping.Token);
                StoreRecovery.DeleteBefore(device, state.Sequence);
            }
        }
    }

    /// <summary>Stops a snapshot that is being written and waits until it has.</summary>
    public void Dispose()
    {
        lock (_starting)
        {
            _stopping.Cancel();
        }

        _background.Wait();
        _stopping.Dispose();
    }

    private void RunInBackground()
    {
        try
        {
            Run();
            LastFailure = null;
        }
        catch (OperationCanceledException)
        {
            // The store closes; the next snapshot replaces the part that was written.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or StorageException)
        {
            LastFailure = e;
        }
    }
}
