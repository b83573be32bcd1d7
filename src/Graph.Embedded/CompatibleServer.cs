namespace Graph.Embedded;

/// <summary>The Neo4j server whose Cypher, procedures and protocol the engine is held to, and which clients are told of.</summary>
internal static class CompatibleServer
{
    public const string Version = "5.26.0";
    public const string Edition = "community";
}
