using System.Collections.Concurrent;

namespace Graph.Embedded.Bolt.Connections;

/// <summary>The open connections of a server. Thread-safe.</summary>
internal sealed class ConnectionRegistry(int maxConnections)
{
    private readonly ConcurrentDictionary<Connection, Task> _open = new();

    public bool HasRoom => _open.Count < maxConnections;

    public IEnumerable<Connection> Connections => _open.Keys;

    /// <summary>Completes when those now open have ended.</summary>
    public Task AllEnded => Task.WhenAll(_open.Values);

    /// <summary>Runs the connection and keeps it until it ends.</summary>
    public void Run(Connection connection)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _open.TryAdd(connection, ended.Task);
        _ = RunAsync(connection, ended);
    }

    private async Task RunAsync(Connection connection, TaskCompletionSource ended)
    {
        await connection.RunAsync().ConfigureAwait(false);
        _open.TryRemove(connection, out _);
        ended.SetResult();
    }
}
