using Graph.Extraction;
using Graph.Training.Corpora;
using Graph.Training.Evaluation.Pairs;
using Graph.Training.Tests.Shared;

namespace Graph.Training.Tests.Extraction;

/// <summary>Who does something to whom, on the texts that event coders are tested on: what is reached must not be lost.</summary>
[Collection(nameof(ExtractionCollection))]
public sealed class PairFloorTests(ExtractorFixture fixture, ITestOutputHelper output)
{
    private static readonly string Data = Path.Combine(AppContext.BaseDirectory, "Evaluation", "Pairs");

    // Invented states are found by their sound alone, or known from a user's lexicon, as the event coders know them from theirs.
    [Theory]
    [InlineData(false, 0.20, 0.80)]
    [InlineData(true, 0.27, 0.65)]
    public void Pairs_of_actors_stay_at_what_was_reached(bool knowsTheStates, double leastRight, double leastPrecision)
    {
        var records = EventRecordReader.ReadFile(SharedFolder.Corpus("petrarch-unit", "petr_unittest_cameo.jsonl"));
        var extractor = RuleExtractor.Create(fixture.Analyzer, knowsTheStates ? Path.Combine(Data, "Lexicon") : null);

        var scores = new PairEvaluator(extractor, ActorNames.Read(Path.Combine(Data, "actors.tsv")), _ => { }).Score(records);

        output.WriteLine($"pairs_right {scores.Recall:F4} ({scores.Right} of {scores.Gold}), pairs_precision {scores.Precision:F4}");
        Assert.InRange(scores.Recall, leastRight, 1);
        Assert.InRange(scores.Precision, leastPrecision, 1);
    }
}
