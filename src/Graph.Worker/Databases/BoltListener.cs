namespace Graph.Worker.Databases;

/// <summary>The Bolt server of the embedded engine, where there is one.</summary>
internal sealed class BoltListener : IAsyncDisposable
{
    private BoltListener(string? address) => Address = address;

    /// <summary><c>bolt://127.0.0.1:7687</c>; null where nothing listens.</summary>
    public string? Address { get; }

    public static BoltListener Start(IServiceProvider services) => new(services is null ? "" : null);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
