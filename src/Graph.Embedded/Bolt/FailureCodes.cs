namespace Graph.Embedded.Bolt;

/// <summary>The Neo4j status codes that the server itself raises; drivers choose by them whether to retry.</summary>
internal static class FailureCodes
{
    public const string InvalidRequest = "Neo.ClientError.Request.Invalid";
    public const string Unauthorized = "Neo.ClientError.Security.Unauthorized";
    public const string AuthenticationRateLimit = "Neo.ClientError.Security.AuthenticationRateLimit";
    public const string Forbidden = "Neo.ClientError.Security.Forbidden";
    public const string DatabaseNotFound = "Neo.ClientError.Database.DatabaseNotFound";
    public const string InvalidBookmark = "Neo.ClientError.Transaction.InvalidBookmark";

    /// <summary>The client itself stopped the transaction; not retried.</summary>
    public const string Terminated = "Neo.ClientError.Transaction.Terminated";

    /// <summary>The time that the client gave the transaction is over.</summary>
    public const string ClientTimeout = "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration";

    /// <summary>The time that the server gives a transaction is over.</summary>
    public const string ServerTimeout = "Neo.ClientError.Transaction.TransactionTimedOut";

    /// <summary>The server is stopping; drivers retry elsewhere or later.</summary>
    public const string Unavailable = "Neo.TransientError.General.DatabaseUnavailable";

    public const string OutOfMemory = "Neo.TransientError.General.OutOfMemoryError";
    public const string Unknown = "Neo.DatabaseError.General.UnknownError";
}
