using Graph.Embedded;
using Graph.Embedded.Storage;
using Graph.Store.Conformance;
using Graph.Store.Port;
using Graph.Worker.Databases;

namespace Graph.Worker.Tests.Databases;

/// <summary>The embedded engine over a folder of its own.</summary>
public sealed class EmbeddedStore : DatabaseFixture
{
    private readonly TemporaryFolder folder = new();

    protected override Task<(ICypherDatabase? Database, string? SkipReason)> OpenAsync()
    {
        var engine = EmbeddedDatabase.Over(StorageEngine.Open(Path.Combine(folder.Path, "graph")));
        return Task.FromResult<(ICypherDatabase?, string?)>((new EmbeddedCypherDatabase(engine, "embedded graph"), null));
    }

    protected override ValueTask CloseAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
