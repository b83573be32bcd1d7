using Graph.Store.Port;

namespace Graph.Store.Conformance;

/// <summary>A database for tests; each store's test project has its own. Nothing but tests may use it.</summary>
public abstract class DatabaseFixture : IAsyncLifetime
{
    private ICypherDatabase? database;

    internal SemaphoreSlim Turn { get; } = new(1, 1);

    /// <summary>Why the store cannot be tested here; null where it can.</summary>
    public string? SkipReason { get; private set; }

    /// <summary>The open database; a test without one is skipped with the reason.</summary>
    public ICypherDatabase Database
    {
        get
        {
            Assert.SkipWhen(database is null, SkipReason ?? "");
            return database!;
        }
    }

    public async ValueTask InitializeAsync()
    {
        (database, SkipReason) = await OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (database is not null)
        {
            // Other tests may use the same server after these.
            await database.ResetAsync();
            await database.DisposeAsync();
        }

        Turn.Dispose();
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens the store, or says why it cannot be tested here.</summary>
    protected abstract Task<(ICypherDatabase? Database, string? SkipReason)> OpenAsync();

    /// <summary>Takes away what <see cref="OpenAsync"/> made besides the connection.</summary>
    protected virtual ValueTask CloseAsync() => ValueTask.CompletedTask;
}
