namespace Graph.Store.Port;

/// <summary>Codes of the failures that a database client finds itself; all others are the database's own status codes.</summary>
public static class DatabaseErrors
{
    /// <summary>Nothing answers at the address, or the connection broke before the transaction was to be committed.</summary>
    public const string Unreachable = "Graph.Database.Unreachable";

    /// <summary>The connection broke while committing: the work may or may not have taken effect.</summary>
    public const string CommitUnknown = "Graph.Database.CommitUnknown";

    /// <summary>The answer is not what the protocol promises: usually not a Neo4j at all, or one before 5.19.</summary>
    public const string Protocol = "Graph.Database.Protocol";

    /// <summary>The address or another setting is wrong.</summary>
    public const string Configuration = "Graph.Database.Configuration";

    /// <summary>
    /// Whether a server's status code promises that the same work may succeed when run again. The two transient codes that
    /// say "you stopped this yourself" do not; an expired authorisation does.
    /// </summary>
    public static bool IsTransient(string code) =>
        (code.StartsWith("Neo.TransientError.", StringComparison.Ordinal)
            && code is not "Neo.TransientError.Transaction.Terminated"
            and not "Neo.TransientError.Transaction.LockClientStopped")
        || code is "Neo.ClientError.Security.AuthorizationExpired"
            or "Neo.ClientError.Cluster.NotALeader"
            or "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase";
}
