using Graph.Language.Tokenisation;
using Graph.Training.Corpora;
using Graph.Training.Evaluation;
using Graph.Training.Tests.Shared;

namespace Graph.Training.Tests.Evaluation;

/// <summary>What the tokeniser reaches on raw development text must not be lost.</summary>
public sealed class TokenisationFloorTests
{
    [Theory]
    [InlineData("ud-ewt", "en_ewt-ud-dev.conllu", 99.4, 99.0, 88.4)]
    [InlineData("ud-gum", "en_gum-ud-dev.open-genres.conllu", 99.8, 99.8, 96.0)]
    public void Tokens_words_and_sentences_stay_at_what_was_reached(
        string corpus, string file, double tokens, double words, double sentences)
    {
        var gold = ConlluReader.ReadFile(SharedFolder.Corpus(corpus, file));

        var scores = TokenisationEvaluator.Score(gold, new Tokeniser());

        Assert.InRange(100 * scores.Tokens.F1, tokens, 100);
        Assert.InRange(100 * scores.Words.F1, words, 100);
        Assert.InRange(100 * scores.Sentences.F1, sentences, 100);
    }
}
