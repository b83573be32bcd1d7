using Graph.Store.Port;
using Graph.Worker.Configuration;
using Microsoft.Extensions.Options;

namespace Graph.Worker.Databases;

/// <summary>The configured database, opened at first use and once.</summary>
public sealed class DatabaseConnection(IDatabaseOpener opener, IOptions<DatabaseOptions> options) : IAsyncDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private ICypherDatabase? database;

    /// <summary>The open database.</summary>
    /// <exception cref="DatabaseUnavailableException">It cannot be opened or reached.</exception>
    public async Task<ICypherDatabase> OpenAsync(CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return database ??= await opener.OpenAsync(options.Value, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (database is not null)
        {
            await database.DisposeAsync().ConfigureAwait(false);
        }

        gate.Dispose();
    }
}
