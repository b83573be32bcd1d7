using Graph.Extraction;
using Graph.Language;
using Graph.Language.Models;
using Graph.Training.Evaluation.Graphs;

namespace Graph.Training.Tests.Extraction;

/// <summary>The extractor with the product's models, loaded once for all tests of a collection.</summary>
public sealed class ExtractorFixture
{
    public LanguageAnalyzer Analyzer { get; } = new(LanguageModels.Load());

    /// <summary>The sum of the scores of the extractor's graphs against gold graphs.</summary>
    /// <param name="paths">Gold graphs, each with its article beside it.</param>
    internal GraphScores Score(IEnumerable<string> paths)
    {
        var extractor = RuleExtractor.Create(Analyzer);
        return GraphScores.Sum([.. paths.Select(path => Score(extractor, path))]);
    }

    private static GraphScores Score(RuleExtractor extractor, string path)
    {
        var gold = GraphReader.ReadGold(path);
        var text = File.ReadAllText(Path.Combine(Path.GetDirectoryName(path)!, gold.Article!));
        return GraphScorer.Score(gold, GraphReader.ReadDocument(ArticleExtraction.Extract(extractor, text, gold.Date), FoldedText.FoldWords(text)), _ => { });
    }
}
