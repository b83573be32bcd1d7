using Graph.Language.Tokenisation;
using Graph.Training.Boundaries;
using Graph.Training.Corpora;
using Graph.Training.Tests.Shared;

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

    [Fact]
    public void The_settings_of_the_card_give_the_bytes_of_the_product()
    {
        var ewt = SharedFolder.Corpus("ud-ewt", "en_ewt-ud-train.conllu");
        var gum = SharedFolder.Corpus("ud-gum", "en_gum-ud-train.open-genres.conllu");

        var model = BoundaryTrainer.Train([.. ConlluReader.ReadFile(ewt), .. ConlluReader.ReadFile(gum)], passes: 25, seed: 7);

        Assert.Equal(BoundaryModel.Default.ToBytes(), model.ToBytes());
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
