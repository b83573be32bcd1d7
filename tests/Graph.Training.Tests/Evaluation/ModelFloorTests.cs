using Graph.Language;
using Graph.Language.Models;
using Graph.Training.Corpora;
using Graph.Training.Evaluation;
using Graph.Training.Tests.Shared;

namespace Graph.Training.Tests.Evaluation;

/// <summary>What the models reach must not be lost: on a small sample always, on the development parts of the corpora where they are.</summary>
public sealed class ModelFloorTests
{
    private static readonly LanguageAnalyzer Analyzer = new(LanguageModels.Load());

    [Fact]
    public void Tags_and_trees_of_the_sample_stay_at_what_was_reached()
    {
        var scores = ParserEvaluator.Score(Analyzer, ConlluReader.ReadFile(Sample("news.conllu")), hasGoldTokens: false);

        Assert.InRange(100 * scores.Words.F1, 100, 100);
        Assert.InRange(100 * scores.Sentences.F1, 100, 100);
        Assert.InRange(100 * scores.Upos.F1, 98, 100);
        Assert.InRange(100 * scores.Uas.F1, 94, 100);
        Assert.InRange(100 * scores.Las.F1, 92, 100);
    }

    [Fact]
    public void Names_of_the_sample_stay_at_what_was_reached()
    {
        var map = NameMap.Parse("Person=Person,Organisation=Organisation,State=State,Place=Place");

        Assert.InRange(100 * NameEvaluator.Score(Analyzer, Iob2Reader.ReadFile(Sample("news.iob2")), map).All.F1, 95, 100);
    }

    [Theory]
    [InlineData("ud-ewt", "en_ewt-ud-dev.conllu", true, 95.9, 95.3, 89.8, 87.2)]
    [InlineData("ud-ewt", "en_ewt-ud-dev.conllu", false, 94.9, 94.3, 87.4, 85.0)]
    [InlineData("ud-gum", "en_gum-ud-dev.open-genres.conllu", false, 96.5, 96.5, 89.0, 86.6)]
    public void Tags_and_trees_of_a_treebank_stay_at_what_was_reached(
        string corpus, string file, bool hasGoldTokens, double upos, double xpos, double uas, double las)
    {
        var scores = ParserEvaluator.Score(Analyzer, ConlluReader.ReadFile(SharedFolder.Corpus(corpus, file)), hasGoldTokens);

        Assert.InRange(100 * scores.Upos.F1, upos, 100);
        Assert.InRange(100 * scores.Xpos.F1, xpos, 100);
        Assert.InRange(100 * scores.Uas.F1, uas, 100);
        Assert.InRange(100 * scores.Las.F1, las, 100);
    }

    [Theory]
    [InlineData("uner-ewt", "en_ewt-ud-dev.iob2", 76.3)]
    [InlineData("crossner-politics", "dev.txt", 80.4)]
    public void Names_of_a_corpus_stay_at_what_was_reached(string corpus, string file, double floor)
    {
        var scores = NameEvaluator.Score(Analyzer, Iob2Reader.ReadFile(SharedFolder.Corpus(corpus, file)), NameMap.Default);

        Assert.InRange(100 * scores.All.F1, floor, 100);
    }

    private static string Sample(string name) => Path.Combine(AppContext.BaseDirectory, "Samples", name);
}
