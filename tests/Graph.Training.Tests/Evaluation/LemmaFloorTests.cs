using Graph.Language.Lemmas;
using Graph.Training.Corpora;
using Graph.Training.Tests.Shared;

namespace Graph.Training.Tests.Evaluation;

/// <summary>What the lemmatiser reaches with gold tags must not be lost.</summary>
public sealed class LemmaFloorTests
{
    [Theory]
    [InlineData("ud-ewt", "en_ewt-ud-dev.conllu", 98.6)]
    [InlineData("ud-gum", "en_gum-ud-dev.open-genres.conllu", 99.1)]
    public void Lemmas_stay_at_what_was_reached(string corpus, string file, double floor)
    {
        var lemmatiser = new Lemmatiser();
        var words = ConlluReader.ReadFile(SharedFolder.Corpus(corpus, file)).SelectMany(sentence => sentence.Words).ToList();

        var right = words.Count(word => word.Lemma == "_" || lemmatiser.Lemma(word.Form, word.Upos, word.Xpos) == word.Lemma);

        Assert.InRange(100.0 * right / words.Count, floor, 100);
    }
}
