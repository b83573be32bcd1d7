namespace Graph.Worker.Sources;

/// <summary>A source after decoding.</summary>
/// <param name="Content">Where the text came from.</param>
/// <param name="Text">The decoded text without a byte order mark, otherwise exactly as read.</param>
/// <param name="Date">Publication date for entries that carry none; null where the caller gives none.</param>
public sealed record SourceText(SourceContent Content, string Text, DateOnly? Date)
{
    /// <summary>File, address or <c>standard input</c>.</summary>
    public string Name => Content.Name;
}
