using System.CommandLine;
using Graph.Training.Boundaries;
using Graph.Training.Corpora;

namespace Graph.Training.Commands;

/// <summary><c>train boundaries</c>: the model that finds the ends of sentences.</summary>
internal static class TrainBoundaries
{
    private const string File = "boundaries.bin";

    public static Command Create(CommandRunner runner)
    {
        var shared = new TrainOptions();
        var passes = new Option<int>("--passes") { Description = "Passes over the treebanks.", DefaultValueFactory = _ => 25 };
        var command = new Command("boundaries", "Trains the model of sentence boundaries.") { passes };
        shared.AddTo(command);
        command.SetAction(result => runner.Run(() =>
        {
            var corpora = new CorpusFolder(result.GetValue(shared.Corpora)!.FullName);
            ConlluSentence[] corpus = [.. ConlluReader.ReadFile(corpora.EwtTrain), .. ConlluReader.ReadFile(corpora.GumTrain)];
            var model = BoundaryTrainer.Train(corpus, result.GetValue(passes), (int)result.GetValue(shared.Seed));
            var folder = shared.Folder(result);
            Directory.CreateDirectory(folder);
            System.IO.File.WriteAllBytes(Path.Combine(folder, File), model.ToBytes());
            runner.Print([("sentences", corpus.Length)]);
        }));
        return command;
    }
}
