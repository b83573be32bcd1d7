using Graph.Language.Tokenisation;
using Graph.Training.Boundaries;
using Graph.Training.Corpora;

namespace Graph.Training.Tests.Boundaries;

public sealed class BoundaryTrainerTests
{
    [Fact]
    public void Training_twice_gives_the_same_bytes()
    {
        Assert.Equal(BoundaryTrainer.Train(Corpus(), 3, 7).ToBytes(), BoundaryTrainer.Train(Corpus(), 3, 7).ToBytes());
    }

    [Fact]
    public void A_trained_model_ends_sentences_as_the_corpus_does()
    {
        var buffer = new TokenBuffer();

        new Tokeniser(BoundaryTrainer.Train(Corpus(), 3, 7)).Tokenise("Dogs bark . Cats do . Birds sing .", buffer);

        Assert.Equal(3, buffer.Sentences.Length);
    }

    private static List<ConlluSentence> Corpus()
    {
        string[] subjects = ["Dogs", "Cats", "Envoys", "States", "Birds"];
        string[] verbs = ["bark", "sing", "do", "agree", "leave"];
        var text = string.Concat(subjects.SelectMany(subject => verbs.Select(verb =>
            $"1\t{subject}\t_\t_\t_\t_\t2\t_\t_\t_\n2\t{verb}\t_\t_\t_\t_\t0\t_\t_\t_\n3\t.\t_\t_\t_\t_\t2\t_\t_\t_\n\n")));
        return [.. ConlluReader.Read(new StringReader(text), "sample")];
    }
}
