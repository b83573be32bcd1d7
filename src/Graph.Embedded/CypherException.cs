namespace Graph.Embedded;

/// <summary>A statement was refused or failed.</summary>
public sealed class CypherException : Exception
{
    public CypherException(string code, string message, int line = 0, int column = 0, int offset = -1, Exception? innerException = null)
        : base(message, innerException)
    {
        Code = code;
        Line = line;
        Column = column;
        Offset = offset;
    }

    /// <summary>Neo4j status code, such as <c>Neo.ClientError.Statement.SyntaxError</c>; drivers act on it.</summary>
    public string Code { get; }

    /// <summary>1-based line in the statement; 0 where no place applies.</summary>
    public int Line { get; }

    /// <summary>1-based column in UTF-16 units; 0 where no place applies.</summary>
    public int Column { get; }

    /// <summary>0-based offset in UTF-16 units; -1 where no place applies.</summary>
    public int Offset { get; }
}
