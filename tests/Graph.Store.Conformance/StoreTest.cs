using Graph.Store.Port;

namespace Graph.Store.Conformance;

/// <summary>A test that has a store's database to itself.</summary>
public abstract class StoreTest(DatabaseFixture fixture) : IAsyncLifetime
{
    /// <summary>The database; a test without one is skipped with the reason.</summary>
    protected ICypherDatabase Database => fixture.Database;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // The runner may run tests of one class at the same time; the tests of one database take turns.
    public async ValueTask InitializeAsync() => await fixture.Turn.WaitAsync(Cancellation);

    public ValueTask DisposeAsync()
    {
        fixture.Turn.Release();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
