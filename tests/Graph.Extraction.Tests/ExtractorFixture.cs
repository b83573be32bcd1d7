using System.Collections.Concurrent;
using Graph.Extraction.Tests;
using Graph.Extraction.Tests.Documents;
using Graph.Language;
using Graph.Language.Models;
using Graph.Model;

[assembly: AssemblyFixture(typeof(ExtractorFixture))]

namespace Graph.Extraction.Tests;

/// <summary>The models, loaded once for all tests, and the extractor with the product's own lexicon.</summary>
public sealed class ExtractorFixture
{
    private readonly ConcurrentDictionary<string, GraphDocument> seedDocuments = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ParsedDocument> seedParses = new(StringComparer.Ordinal);

    public ExtractorFixture()
    {
        Analyzer = new LanguageAnalyzer(LanguageModels.Load());
        Extractor = RuleExtractor.Create(Analyzer);
    }

    public LanguageAnalyzer Analyzer { get; }

    public RuleExtractor Extractor { get; }

    /// <summary>The graph of a text whose first line is its headline.</summary>
    public GraphDocument Extract(string text, DateOnly? date) => Extract(Extractor, text, date);

    /// <summary>The graph of a sample article, extracted once.</summary>
    public GraphDocument SeedDocument(string name) =>
        seedDocuments.GetOrAdd(name, _ => Extract(SeedArticles.Text(name), SeedArticles.Date(name)));

    /// <summary>A sample article analysed, once.</summary>
    public ParsedDocument SeedParse(string name) =>
        seedParses.GetOrAdd(name, _ => Analyzer.Analyze(SeedArticles.Text(name), SeedArticles.Date(name)));

    public static GraphDocument Extract(IExtractor extractor, string text, DateOnly? date)
    {
        var title = text.Split('\n', 2)[0];
        var article = new Article { Id = ArticleId.From(null, "test", title), Title = title, Text = text, Date = date };
        return extractor.ExtractAsync(article, TestContext.Current.CancellationToken).AsTask().GetAwaiter().GetResult();
    }
}
