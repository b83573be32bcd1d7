namespace Graph.Neo4j.Tests.Conformance;

/// <summary>A real Neo4j over its driver.</summary>
public sealed class DriverServer() : Neo4jServer("NEO4J_URI")
{
    /// <summary>Set to <c>bolt+ssc</c> or the like, it takes the place of the address's scheme: the same tests over TLS.</summary>
    private const string SchemeVariable = "GRAPH_BOLT_SCHEME";

    protected override Uri AddressOf(Neo4jContainer container) => container.Bolt;

    protected override string? MissingPart() =>
        Neo4jDatabase.SpeaksBolt ? null : "Neo4j.Driver was not on the package feed when this was built.";

    protected override Uri Refine(Uri uri) => Environment.GetEnvironmentVariable(SchemeVariable) is { Length: > 0 } scheme
        ? new Uri($"{scheme}://{uri.Authority}")
        : uri;
}
