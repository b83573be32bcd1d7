namespace Graph.Embedded;

/// <summary>The Neo4j server whose Cypher, procedures and protocol the engine is held to, and which clients are told of.</summary>
/// <remarks>
/// Drivers refuse a server whose agent does not begin with <c>Neo4j/</c>, and Browser chooses its queries by the version.
/// </remarks>
internal static class CompatibleServer
{
    public const string Agent = $"Neo4j/{Version}";
    public const string Version = "5.26.0";
    public const string Edition = "community";

    /// <summary>As plans name what chose and what ran them.</summary>
    public const string Planner = "COST";
    public const string Runtime = "EMBEDDED";

    /// <summary>The one database with a graph.</summary>
    public const string DatabaseName = "neo4j";

    /// <summary>The database of the server itself, which holds no graph.</summary>
    public const string SystemDatabaseName = "system";

    /// <summary>The one user there is.</summary>
    public const string UserName = "neo4j";
}
