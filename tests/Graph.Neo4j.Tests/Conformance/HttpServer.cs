namespace Graph.Neo4j.Tests.Conformance;

/// <summary>A real Neo4j over its Query API.</summary>
public sealed class HttpServer() : Neo4jServer("NEO4J_HTTP_URI")
{
    protected override Uri AddressOf(Neo4jContainer container) => container.Http;
}
