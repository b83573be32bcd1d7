namespace Graph.Embedded.Parsing;

/// <summary>A half-open range of the statement's text, in UTF-16 units.</summary>
internal readonly record struct SourceSpan(int Start, int End);

/// <summary>The statement's text, for messages that name a place.</summary>
internal sealed class SourceText(string text)
{
    public const string SyntaxErrorCode = "Neo.ClientError.Statement.SyntaxError";

    public string Text { get; } = text;

    public string Slice(SourceSpan span) => Text[span.Start..span.End];

    public CypherException Error(int offset, string message) => Error(SyntaxErrorCode, offset, message);

    /// <summary>The error with its line and column, 1-based, also in the message as Neo4j writes them.</summary>
    public CypherException Error(string code, int offset, string message)
    {
        var (line, column) = PlaceOf(offset);
        return new CypherException(code, $"{message} (line {line}, column {column} (offset: {offset}))", line, column, offset);
    }

    private (int Line, int Column) PlaceOf(int offset)
    {
        var (line, start) = (1, 0);
        for (var i = 0; i < offset && i < Text.Length; i++)
        {
            if (Text[i] == '\n')
            {
                (line, start) = (line + 1, i + 1);
            }
        }

        return (line, offset - start + 1);
    }
}
