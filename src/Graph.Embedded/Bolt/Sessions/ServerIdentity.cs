namespace Graph.Embedded.Bolt.Sessions;

/// <summary>As what the server presents itself.</summary>
/// <remarks>
/// Drivers refuse a server whose agent does not begin with <c>Neo4j/</c>, and Browser chooses its queries by the version;
/// 5.26 is the version whose Cypher and procedures the engine is held to.
/// </remarks>
internal static class ServerIdentity
{
    public const string Version = CompatibleServer.Version;
    public const string Edition = CompatibleServer.Edition;
    public const string Agent = $"Neo4j/{Version}";

    /// <summary>The one database there is.</summary>
    public const string DatabaseName = "neo4j";

    /// <summary>The name by which tools ask about the server as a whole; here it is the same graph.</summary>
    public const string SystemDatabaseName = "system";

    /// <summary>The one user there is.</summary>
    public const string UserName = "neo4j";
}
