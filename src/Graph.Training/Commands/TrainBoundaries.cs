using System.CommandLine;
using Graph.Language.Tokenisation;
using Graph.Training.Boundaries;
using Graph.Training.Corpora;
using Graph.Training.Evaluation;
using Graph.Training.Learning;

namespace Graph.Training.Commands;

/// <summary><c>train boundaries</c>: the model that finds the ends of sentences.</summary>
internal static class TrainBoundaries
{
    private const string ModelName = "boundaries.bin";

    public static Command Create(CommandRunner runner)
    {
        var shared = new TrainOptions();
        var passes = new Option<int>("--passes") { Description = "Passes over the treebanks.", DefaultValueFactory = _ => 25 };
        var command = new Command("boundaries", "Trains the model of sentence boundaries.") { passes };
        shared.AddTo(command, isParallel: false);
        command.SetAction(result => runner.Run(() =>
            Train(new CorpusFolder(result.GetValue(shared.Corpora)!.FullName), result.GetValue(passes), (int)result.GetValue(shared.Seed), shared.Folder(result), runner)));
        return command;
    }

    private static void Train(CorpusFolder corpora, int passes, int seed, string output, CommandRunner runner)
    {
        ConlluSentence[] corpus = [.. ConlluReader.ReadFile(corpora.EwtTrain), .. ConlluReader.ReadFile(corpora.GumTrain)];
        var model = BoundaryTrainer.Train(corpus, passes, seed);
        (string, double)[] scores = [("ewt_raw_sentences", F1(corpora.EwtDev, model)), ("gum_raw_sentences", F1(corpora.GumDev, model))];
        runner.SaveModel(output, ModelName, model.ToBytes(), Card(passes, seed, corpus.Length, scores));
        runner.Print(scores);
    }

    private static double F1(string dev, BoundaryModel model) =>
        100 * TokenisationEvaluator.Score(ConlluReader.ReadFile(dev), new Tokeniser(model)).Sentences.F1;

    private static ModelCard Card(int passes, int seed, int sentences, IReadOnlyList<(string, double)> scores) => new(
        "Sentence boundaries",
        $"dotnet run -c Release --project src/Graph.Training -- train boundaries --corpora ../shared/corpora --passes {passes} --seed {seed}",
        [
            "English Web Treebank (UD 2.16), train part: CC BY-SA 4.0.",
            "GUM (UD 2.16), train part, the genres under CC BY or in the public domain.",
        ],
        [
            $"Logistic regression on hashed features of the words around a possible end of {sentences} sentences, weights averaged over the passes, 8 bits each.",
        ],
        scores);
}
