using Graph.Model;

namespace Graph.Worker.Sources;

/// <summary>What a reader recognised before it becomes an <see cref="Article"/>.</summary>
/// <param name="Title">The headline; may be empty.</param>
/// <param name="Body">The text without the title, as read.</param>
/// <param name="Place">Line or entry in the source, for messages; empty for a source of one article.</param>
public sealed record ArticleDraft(string Title, string Body, string Place = "")
{
    /// <summary>The whole raw text where title and body already stand in one piece, as in a plain file; null elsewhere.</summary>
    public string? RawText { get; init; }

    public DateOnly? Date { get; init; }

    public string? Source { get; init; }

    public string? Url { get; init; }

    /// <summary>The article, or a refusal where there is no text. The article's own date wins over the caller's.</summary>
    /// <remarks>Without a title the first line serves, as in a plain file: otherwise all untitled articles of a source would share an id.</remarks>
    public SourceEntry Finish(SourceText source)
    {
        var title = Whitespace.Collapse(Title);
        var raw = RawText ?? (title.Length == 0 ? Body : string.IsNullOrWhiteSpace(Body) ? title : $"{title}\n\n{Body}");
        if (string.IsNullOrWhiteSpace(raw))
        {
            return new SourceEntry.Refused(new Refusal(
                RefusalCodes.Empty, source.Name, Place, "there is no article text", "Give a title or a text, or leave the entry out."));
        }

        if (title.Length == 0)
        {
            title = Whitespace.Collapse(Lines.FirstWithText(raw));
        }

        var url = Blank(Url);
        var publisher = Blank(Source);
        var article = new Article
        {
            Id = ArticleId.From(url, publisher, title),
            Title = title,
            Text = raw,
            Date = Date ?? source.Date,
            Source = publisher,
            Url = url,
        };
        return new SourceEntry.Read(article, Place.Length == 0 ? source.Name : $"{source.Name}, {Place}");
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
