using Graph.Extraction;
using Graph.Model;
using Graph.Training.Evaluation.Samples;

namespace Graph.Training.Tests.Evaluation.Samples;

public sealed class GraphSampleTests
{
    private static readonly Article[] Articles = [.. Enumerable.Range(0, 40).Select(number => new Article
    {
        Id = $"article:{number}", Title = $"Title {number}", Text = "Oslo.",
    })];

    [Fact]
    public void The_same_seed_draws_the_same_in_whatever_order_the_articles_come()
    {
        Assert.Equal(GraphSample.Articles(Articles, 10, seed: 3), GraphSample.Articles(Articles.Reverse(), 10, seed: 3));
    }

    [Fact]
    public void Another_seed_draws_others()
    {
        Assert.NotEqual(GraphSample.Articles(Articles, 10, seed: 3), GraphSample.Articles(Articles, 10, seed: 4));
    }

    [Fact]
    public void A_larger_draw_begins_with_the_smaller()
    {
        var facts = GraphSample.Facts(Articles, new OneOfEachType(), 50, seed: 3);

        Assert.Equal(50, facts.Count);
        Assert.Equal(facts.Take(20).Select(Ids), GraphSample.Facts(Articles, new OneOfEachType(), 20, seed: 3).Select(Ids));
    }

    [Fact]
    public void A_relationship_is_shown_with_its_ids_its_evidence_and_the_sentence()
    {
        var text = GraphSample.Facts(Articles.Take(1), new OneOfEachType(), 1, seed: 3)[0].Describe();

        Assert.StartsWith("article:0 fact:", text, StringComparison.Ordinal);
        Assert.Contains("Norway <state:NOR> -", text, StringComparison.Ordinal);
        Assert.EndsWith("  0..4 \"Oslo\" (test) [0] Oslo.\n", text, StringComparison.Ordinal);
    }

    private static (string, string) Ids(SampledFact sampled) => (sampled.Document.Article.Id, sampled.Fact.Id);

    private sealed class OneOfEachType : IExtractor
    {
        public string Version => "test/1";

        public ValueTask<GraphDocument> ExtractAsync(Article article, CancellationToken cancellationToken)
        {
            var evidence = new Evidence(0, new TextSpan(0, 4), "Oslo", Certainty.Asserted, "Oslo", "test", 1);
            return ValueTask.FromResult(new GraphDocument
            {
                Article = article,
                Sentences = [new TextSpan(0, 5)],
                Entities = [Place("place:oslo", "Oslo"), Place("state:NOR", "Norway")],
                Facts = [.. RelationshipTypes.All.Select(type => new Fact { From = "state:NOR", Type = type, To = "place:oslo", Certainty = Certainty.Asserted, Evidence = [evidence] })],
            });
        }

        private static Entity Place(string id, string name) => new() { Id = id, Labels = ["Place"], Name = name };
    }
}
