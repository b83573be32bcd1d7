using Graph.Store.Conformance;
using Graph.Store.Port;

namespace Graph.Neo4j.Tests.Conformance;

/// <summary>A real Neo4j over its Query API.</summary>
public sealed class HttpServer : DatabaseFixture
{
    protected override async Task<(ICypherDatabase? Database, string? SkipReason)> OpenAsync()
    {
        var uri = Environment.GetEnvironmentVariable("NEO4J_HTTP_URI");
        if (string.IsNullOrEmpty(uri))
        {
            return (null, "NEO4J_HTTP_URI is not set: no Neo4j to test the Query API on.");
        }

        var options = new Neo4jOptions
        {
            Uri = new Uri(uri),
            Username = Environment.GetEnvironmentVariable("NEO4J_USERNAME"),
            Password = Environment.GetEnvironmentVariable("NEO4J_PASSWORD"),
        };
        return (await Neo4jDatabase.ConnectAsync(options, TimeProvider.System, TestContext.Current.CancellationToken), null);
    }
}
