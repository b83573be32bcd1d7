using Graph.Embedded;
using Graph.Embedded.Storage;
using Graph.Neo4j;
using Graph.Store.Port;
using Graph.Worker.Configuration;

namespace Graph.Worker.Databases;

/// <summary>The embedded engine for <c>embedded:PATH</c>, Neo4j for every other address.</summary>
public sealed class DatabaseOpener(TimeProvider time) : IDatabaseOpener
{
    public async Task<ICypherDatabase> OpenAsync(DatabaseOptions options, CancellationToken cancellationToken)
    {
        try
        {
            return options.EmbeddedPath is { } path
                ? OpenEmbedded(path)
                : await Neo4jDatabase.ConnectAsync(ServerOptions(options), time, cancellationToken).ConfigureAwait(false);
        }
        catch (CypherDatabaseException exception)
        {
            throw new DatabaseUnavailableException($"The database {options.Uri} cannot be opened: {exception.Message} ({exception.Code})", exception);
        }
    }

    private EmbeddedCypherDatabase OpenEmbedded(string path)
    {
        try
        {
            var engine = EmbeddedDatabase.Over(StorageEngine.Open(path), new EmbeddedDatabaseOptions { Time = time });
            return new EmbeddedCypherDatabase(engine, $"embedded {path}");
        }
        catch (StorageException exception) when (exception.Kind == StorageErrorKind.Locked)
        {
            var addresses = ServiceNotice.Read(path);
            var help = addresses.Count > 0
                ? $"A service works on it; use its addresses instead: {string.Join(", ", addresses)}."
                : "Another program works on it; wait for its end.";
            throw new DatabaseUnavailableException($"The graph in {path} is in use. {help}", exception);
        }
        catch (Exception exception) when (exception is StorageException or IOException or UnauthorizedAccessException)
        {
            throw new DatabaseUnavailableException($"The graph in {path} cannot be opened: {exception.Message}", exception);
        }
    }

    private static Neo4jOptions ServerOptions(DatabaseOptions options) => new()
    {
        Uri = new Uri(options.Uri),
        Username = string.IsNullOrEmpty(options.Username) ? null : options.Username,
        Password = string.IsNullOrEmpty(options.Password) ? null : options.Password,
        Database = options.Name,
    };
}
