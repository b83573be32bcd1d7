using Graph.Training.Evaluation.Graphs;
using Graph.Training.Tests.Shared;

namespace Graph.Training.Tests.Extraction;

/// <summary>What the extractor reaches against gold graphs must not be lost. Floors are raised with what is reached.</summary>
[Collection(nameof(ExtractionCollection))]
public sealed class GraphFloorTests(ExtractorFixture fixture, ITestOutputHelper output)
{
    // Of the articles beside the checkout; the others stay unseen until the end.
    private static readonly string[] Seen =
        ["blinken-abiy-call", "blinken-lavrov-call", "blinken-travel-baltics", "mahan-air-ban", "rouhani-gulf", "saudi-oil-drones"];

    [Fact]
    public void Sample_articles_stay_at_what_was_reached() => Check(
        fixture.Score(Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Seeds"), "*.json").Order(StringComparer.Ordinal)),
        new Floors(Entities: 0.910, Relations: 0.735, Pairs: 0.760, Certainty: 0.945, Forbidden: 0));

    [Fact]
    public void Articles_beside_the_checkout_stay_at_what_was_reached() => Check(
        fixture.Score(Seen.Select(name => SharedFolder.File("gold", name + ".json"))),
        new Floors(Entities: 0.910, Relations: 0.740, Pairs: 0.770, Certainty: 0.855, Forbidden: 0));

    private void Check(GraphScores scores, Floors floors)
    {
        var certainty = (double)scores.Certainty.Right / scores.Certainty.All;
        output.WriteLine($"entities_f1 {scores.Entities.F1:F4}");
        output.WriteLine($"relations_f1 {scores.Relations.F1:F4}");
        output.WriteLine($"pairs_f1 {scores.Pairs.F1:F4}");
        output.WriteLine($"certainty_right {certainty:F4}");
        output.WriteLine($"forbidden_triples {scores.Forbidden.Found} of {scores.Forbidden.All}");

        Assert.InRange(scores.Entities.F1, floors.Entities, 1);
        Assert.InRange(scores.Relations.F1, floors.Relations, 1);
        Assert.InRange(scores.Pairs.F1, floors.Pairs, 1);
        Assert.InRange(certainty, floors.Certainty, 1);
        Assert.InRange(scores.Forbidden.Found, 0, floors.Forbidden);
    }

    private sealed record Floors(double Entities, double Relations, double Pairs, double Certainty, int Forbidden);
}
