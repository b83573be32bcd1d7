namespace Graph.Model;

/// <summary>A news article as read: its raw text and what is known about it.</summary>
/// <remarks>
/// <see cref="Text"/> is title, blank line, body as read. Every offset in the product is a UTF-16 unit
/// of this string; nothing is normalised in place.
/// </remarks>
public sealed record Article
{
    /// <summary>Stable identity: <see cref="ArticleId"/> of the url, else of source and title.</summary>
    public required string Id { get; init; }

    /// <summary>The headline; empty where the source gives none.</summary>
    public required string Title { get; init; }

    /// <summary>Raw text: title, blank line, body. Offsets count in it.</summary>
    public required string Text { get; init; }

    /// <summary>Publication date; null where neither the article nor the caller gives one.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Publisher or feed as named by the article; null where unknown.</summary>
    public string? Source { get; init; }

    /// <summary>Address of the article; null where unknown.</summary>
    public string? Url { get; init; }

    /// <summary>Version of the text: lower-case hexadecimal SHA-256 of its UTF-8 bytes.</summary>
    public string TextHash => ContentHash.Of(Text);
}
