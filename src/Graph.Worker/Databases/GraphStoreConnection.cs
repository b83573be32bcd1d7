using Graph.Store.Writing;

namespace Graph.Worker.Databases;

/// <summary>The graph of the configured database, with its schema applied at first use.</summary>
public sealed class GraphStoreConnection(DatabaseConnection connection) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private GraphStore? store;

    /// <summary>The graph, ready to be written.</summary>
    /// <exception cref="DatabaseUnavailableException">The database cannot be opened or reached.</exception>
    public async Task<GraphStore> OpenAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (store is null)
            {
                var opened = new GraphStore(await connection.OpenAsync(cancellationToken).ConfigureAwait(false));
                await opened.ApplySchemaAsync(cancellationToken).ConfigureAwait(false);
                store = opened;
            }

            return store;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();
}
