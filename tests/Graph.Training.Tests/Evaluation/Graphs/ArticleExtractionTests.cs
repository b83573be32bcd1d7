using Graph.Extraction;
using Graph.Language;
using Graph.Language.Models;
using Graph.Training.Evaluation.Graphs;

namespace Graph.Training.Tests.Evaluation.Graphs;

public sealed class ArticleExtractionTests
{
    [Fact]
    public void What_is_extracted_here_can_be_scored()
    {
        const string text = "Norway hosts talks\n\nForeign Minister Ann Lee of Norway met French President Emmanuel Macron in Oslo on Monday.";
        var extractor = RuleExtractor.Create(new LanguageAnalyzer(LanguageModels.Load()));

        var graph = GraphReader.ReadDocument(ArticleExtraction.Extract(extractor, text, "2031-03-11"), FoldedText.FoldWords(text));

        Assert.Contains(graph.Entities.Values, entity => entity.Group == EntityGroup.State && entity.Forms.Contains("norway"));
        Assert.NotEmpty(graph.Relations);
    }
}
