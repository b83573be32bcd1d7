namespace Graph.Store.Port;

/// <summary>A database refused a statement or could not be reached.</summary>
public sealed class CypherDatabaseException : Exception
{
    public CypherDatabaseException(string code, string message, bool isTransient = false, Exception? innerException = null)
        : base(message, innerException)
    {
        Code = code;
        IsTransient = isTransient;
    }

    /// <summary>Neo4j status code, such as <c>Neo.ClientError.Statement.SyntaxError</c>.</summary>
    public string Code { get; }

    /// <summary>Whether the same work may succeed when run again.</summary>
    public bool IsTransient { get; }
}
