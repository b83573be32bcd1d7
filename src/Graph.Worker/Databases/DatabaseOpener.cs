using Graph.Embedded;
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
            throw new DatabaseUnavailableException($"The database {options.Uri} cannot be opened: {exception.Message} ({exception.Code}){Remedy(options, exception.Code)}", exception);
        }
    }

    /// <summary>Which setting to look at; the server does not know their names.</summary>
    private static string Remedy(DatabaseOptions options, string code) => code switch
    {
        "Neo.ClientError.Security.Unauthorized" => " Check Graph:Database:Username and Graph:Database:Password, or NEO4J_USERNAME and NEO4J_PASSWORD.",
        "Neo.ClientError.Database.DatabaseNotFound" => $" Check Graph:Database:Name '{options.Name}', or NEO4J_DATABASE.",
        DatabaseErrors.Unreachable when options.Uri.StartsWith("https:", StringComparison.OrdinalIgnoreCase) =>
            " Graph:Database:Certificate names a PEM file to trust, where the server has a certificate of its own.",
        _ => "",
    };

    private EmbeddedCypherDatabase OpenEmbedded(string path) =>
        new(EmbeddedDatabase.Over(EmbeddedStore.Open(path), new EmbeddedDatabaseOptions { Time = time }), $"embedded {path}");

    private static Neo4jOptions ServerOptions(DatabaseOptions options) => new()
    {
        Uri = new Uri(options.Uri),
        Username = string.IsNullOrEmpty(options.Username) ? null : options.Username,
        Password = string.IsNullOrEmpty(options.Password) ? null : options.Password,
        Database = options.Name,
        TrustedCertificateFile = string.IsNullOrEmpty(options.Certificate) ? null : options.Certificate,
    };
}
