using Graph.Embedded.Activity;

namespace Graph.Embedded;

/// <summary>By which server a database is reached.</summary>
/// <param name="Address">Host and port that SHOW DATABASES and routing tables name.</param>
/// <param name="RequiresAuthentication">Whether clients must log in.</param>
public sealed record ServerInfo(string Address, bool RequiresAuthentication)
{
    /// <summary>Its connections and transactions; null where it does not tell.</summary>
    internal ServerActivity? Activity { get; init; }
}
