namespace Graph.Neo4j;

/// <summary>Where a Neo4j is and how to log in.</summary>
public sealed record Neo4jOptions
{
    /// <summary><c>http://</c>, <c>https://</c>, <c>bolt://</c>, <c>neo4j://</c>, or the last two with <c>+s</c> or <c>+ssc</c>.</summary>
    public required Uri Uri { get; init; }

    /// <summary>User name; null for none.</summary>
    public string? Username { get; init; }

    /// <summary>Password of <see cref="Username"/>.</summary>
    public string? Password { get; init; }

    /// <summary>Bearer token of a single sign-on; wins over user name and password.</summary>
    public string? BearerToken { get; init; }

    /// <summary>Database on the server. The default value is <c>neo4j</c>.</summary>
    public string Database { get; init; } = "neo4j";

    /// <summary>PEM file with the certificate authority, or the self-signed certificate, that <c>https://</c> is to trust; null for the system's.</summary>
    public string? TrustedCertificateFile { get; init; }

    /// <summary>How long one request over HTTP may take. The default value is 5 minutes.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromMinutes(5);
}
