using System.Globalization;
using Graph.Extraction;
using Graph.Extraction.Documents;
using Graph.Model;

namespace Graph.Training.Evaluation.Graphs;

/// <summary>Extracts the graph of an article as <c>extract --format json</c> does.</summary>
internal static class ArticleExtraction
{
    /// <summary>The document that the extractor writes.</summary>
    /// <param name="text">The article as read: its first line is the title.</param>
    /// <param name="date"><c>yyyy-MM-dd</c>; anything else leaves relative expressions unresolved.</param>
    public static string Extract(IExtractor extractor, string text, string? date) => GraphDocumentJson.Of(Document(
        extractor, text, DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null));

    /// <summary>The graph of an article.</summary>
    /// <param name="text">The article as read: its first line is the title.</param>
    public static GraphDocument Document(IExtractor extractor, string text, DateOnly? date)
    {
        var title = text.Split('\n', 2)[0].Trim();
        var article = new Article
        {
            Id = ArticleId.From(url: null, source: null, title),
            Title = title,
            Text = text,
            Date = date,
        };
        return extractor.ExtractAsync(article, CancellationToken.None).AsTask().GetAwaiter().GetResult();
    }
}
