using System.Globalization;
using Graph.Extraction;
using Graph.Model;

namespace Graph.Training.Evaluation.Samples;

/// <summary>Draws relationships of extracted graphs for a person to judge.</summary>
/// <remarks>
/// A draw takes the items whose keys, hashes of seed and identity, are smallest: every item is as likely as any other,
/// the order of the input does not count, and what a change of the extractor leaves untouched mostly stays drawn.
/// No type is sought or avoided, so each has its share of the graph in the sample.
/// </remarks>
internal static class GraphSample
{
    /// <summary>Draws articles of one file.</summary>
    /// <returns>In the order of the draw; all where there are fewer.</returns>
    public static IReadOnlyList<Article> Articles(IEnumerable<Article> articles, int count, long seed) =>
        Draw(articles.DistinctBy(article => article.Id, StringComparer.Ordinal), count, article => Key(seed, article.Id));

    /// <summary>Extracts the articles and draws among all their relationships alike.</summary>
    /// <returns>In the order of the draw; all where there are fewer.</returns>
    public static IReadOnlyList<SampledFact> Facts(IEnumerable<Article> articles, IExtractor extractor, int count, long seed)
    {
        var facts = articles.SelectMany(article =>
        {
            var document = extractor.ExtractAsync(article, CancellationToken.None).AsTask().GetAwaiter().GetResult();
            return document.Facts.Select(fact => new SampledFact(document, fact));
        });
        return Draw(facts, count, sampled => Key(seed, sampled.Document.Article.Id, sampled.Fact.Id));
    }

    private static IReadOnlyList<T> Draw<T>(IEnumerable<T> items, int count, Func<T, string> key) =>
        [.. items.OrderBy(key, StringComparer.Ordinal).Take(count)];

    private static string Key(long seed, params ReadOnlySpan<string?> identity) =>
        ContentHash.Short([seed.ToString(CultureInfo.InvariantCulture), .. identity]);
}
