namespace Graph.Model;

/// <summary>Identity of an article: its url decides, else source and title.</summary>
public static class ArticleId
{
    /// <summary><c>article:</c> and 32 hexadecimal digits. File times and the clock never count.</summary>
    public static string From(string? url, string? source, string title) =>
        "article:" + (string.IsNullOrWhiteSpace(url)
            ? ContentHash.Short("title", source?.Trim(), title.Trim())
            : ContentHash.Short("url", url.Trim()));
}
