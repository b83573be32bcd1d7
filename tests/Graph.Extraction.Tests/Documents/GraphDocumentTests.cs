using Graph.Extraction.Documents;
using Graph.Model;

namespace Graph.Extraction.Tests.Documents;

/// <summary>What holds of every graph, shown on the sample articles.</summary>
public sealed class GraphDocumentTests(ExtractorFixture fixture)
{
    public static TheoryData<string> Articles => [.. SeedArticles.Names];

    [Theory]
    [InlineData("2031-03-04-vilnius-summit")]
    [InlineData("2031-03-14-ankara-talks-cancelled")]
    [InlineData("2031-04-07-election")]
    public async Task An_article_read_twice_and_by_two_threads_gives_equal_bytes(string name)
    {
        var further = await Task.WhenAll(Task.Run(() => Json(name)), Task.Run(() => Json(name)));

        Assert.All(further, json => Assert.Equal(GraphDocumentJson.Of(Document(name)), json));
    }

    [Theory]
    [MemberData(nameof(Articles))]
    public void Offsets_are_those_of_the_text_letter_for_letter(string name)
    {
        var document = Document(name);
        var text = document.Article.Text;

        Assert.All(document.Facts.SelectMany(fact => fact.Evidence), evidence =>
        {
            Assert.Equal(evidence.Text, evidence.Span.Of(text));
            AssertWithin(document.Sentences[evidence.Sentence], evidence.Span);
            Assert.Contains(evidence.Cue, document.Sentences[evidence.Sentence].Of(text), StringComparison.Ordinal);
        });
        foreach (var entity in document.Entities)
        {
            Assert.All(entity.Mentions, mention => AssertWithin(document.Sentences[mention.Sentence], mention.Span));
            Assert.All(
                entity.Mentions.Where(mention => mention.Form == "name" && entity.Labels[0] != Labels.Statement),
                mention => Assert.Contains(OneLine(mention.Span.Of(text)), entity.Aliases));
        }
    }

    [Theory]
    [MemberData(nameof(Articles))]
    public void Every_fact_has_evidence_and_joins_two_nodes_of_the_graph(string name)
    {
        var document = Document(name);
        var ids = document.Entities.Select(entity => entity.Id).ToList();

        Assert.NotEmpty(document.Facts);
        Assert.All(document.Facts, fact =>
        {
            Assert.NotEmpty(fact.Evidence);
            Assert.Contains(fact.From, ids);
            Assert.Contains(fact.To, ids);
            Assert.NotEqual(fact.From, fact.To);
            Assert.True(RelationshipTypes.All.Contains(fact.Type), fact.Type);
            Assert.All(fact.Evidence, evidence => Assert.NotEmpty(evidence.Rule));
        });
        Assert.Equal(document.Facts.Length, document.Facts.Select(fact => fact.Id).Distinct().Count());
    }

    private static void AssertWithin(TextSpan outer, TextSpan inner)
    {
        Assert.InRange(inner.Start, outer.Start, outer.End);
        Assert.InRange(inner.End, inner.Start + 1, outer.End);
    }

    private static string OneLine(string passage) => string.Join(' ', passage.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private string Json(string name) => GraphDocumentJson.Of(fixture.Extract(SeedArticles.Text(name), SeedArticles.Date(name)));

    private GraphDocument Document(string name) => fixture.SeedDocument(name);
}
