namespace Graph.Worker.Configuration;

/// <summary>Where the graph is; section <c>Graph:Database</c>, completed from Neo4j's own <c>NEO4J_*</c> variables.</summary>
public sealed class DatabaseOptions
{
    /// <summary>Scheme of the embedded engine's addresses.</summary>
    public const string Embedded = "embedded:";

    /// <summary><c>embedded:PATH</c>, <c>bolt://</c>, <c>neo4j://</c> (and <c>+s</c>, <c>+ssc</c>), <c>http://</c> or <c>https://</c>. The default is <c>NEO4J_URI</c>, else <c>embedded:data/graph</c>.</summary>
    public string Uri { get; set; } = "";

    /// <summary>User name; the default is <c>NEO4J_USERNAME</c>.</summary>
    public string? Username { get; set; }

    /// <summary>Password; the default is <c>NEO4J_PASSWORD</c>.</summary>
    public string? Password { get; set; }

    /// <summary>Database on the server. The default is <c>NEO4J_DATABASE</c>, else <c>neo4j</c>.</summary>
    public string Name { get; set; } = "";

    /// <summary>PEM file with the certificate that the server's is to be trusted by; the default is the system's trust.</summary>
    public string? Certificate { get; set; }

    /// <summary>Path of the embedded store; null for a server.</summary>
    public string? EmbeddedPath => Uri.StartsWith(Embedded, StringComparison.OrdinalIgnoreCase) ? Uri[Embedded.Length..] : null;
}
