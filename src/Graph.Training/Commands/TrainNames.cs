using System.CommandLine;
using Graph.Language.Analysis;
using Graph.Language.Models;
using Graph.Training.Corpora;
using Graph.Training.Learning;
using Graph.Training.Naming;
using Graph.Training.Networks;

namespace Graph.Training.Commands;

/// <summary><c>train names</c>.</summary>
internal static class TrainNames
{
    private static readonly int[] TableRows = [32768, 8192, 8192, 8192, 8192, 8192, 1024];

    public static Command Create(CommandRunner runner)
    {
        var shared = new TrainOptions();
        var passes = new Option<int>("--passes") { Description = "Passes over the corpora.", DefaultValueFactory = _ => 10 };
        var hidden = new Option<int>("--hidden") { Description = "Width of each direction of a recurrent layer, a multiple of 16.", DefaultValueFactory = _ => 128 };
        var rate = new Option<float>("--rate") { Description = "Highest learning rate.", DefaultValueFactory = _ => 0.002f };
        var drop = new Option<float>("--drop") { Description = "Share of each layer's outputs left out in a step.", DefaultValueFactory = _ => 0.3f };
        var start = new Option<FileInfo?>("--start") { Description = "A model whose encoder the training starts from." };
        var gmb = new Option<double>("--gmb") { Description = "Share of GMB a pass draws.", DefaultValueFactory = _ => 0 };
        var silver = new Option<FileInfo?>("--silver") { Description = "IOB2 with names found by 'annotate', to learn from as well." };
        var weight = new Option<double>("--silver-weight") { Description = "Words of them a pass, against one of the corpora's.", DefaultValueFactory = _ => 1 };
        var command = new Command("names", "Trains the network that finds names.") { passes, hidden, rate, drop, start, gmb, silver, weight };
        shared.AddTo(command);
        command.SetAction(result => runner.Run(() =>
        {
            var options = new TrainingOptions(
                result.GetValue(passes), 200, result.GetValue(rate), result.GetValue(drop),
                result.GetValue(shared.Threads), result.GetValue(shared.Seed));
            var folder = new CorpusFolder(result.GetRequiredValue(shared.Corpora).FullName);
            var corpora = Corpora(folder, result.GetValue(gmb), result.GetValue(silver)?.FullName, result.GetValue(weight));
            Train(folder, corpora, result.GetValue(start)?.FullName, result.GetValue(hidden), options, shared.Folder(result), runner);
        }));
        return command;
    }

    private static List<NameCorpus> Corpora(CorpusFolder folder, double gmb, string? silver, double silverWeight)
    {
        var corpora = new List<NameCorpus>
        {
            new("UNER-EWT", Iob2Reader.ReadFile(folder.UnerTrain), 1),
            new("CrossNER politics", Iob2Reader.ReadFile(folder.CrossNerTrain), 5),
            new("GUM", TreebankNames.Read(ConlluReader.ReadFile(folder.GumTrain)), 1),
        };
        if (gmb > 0)
        {
            corpora.Add(new NameCorpus("GMB", Iob2Reader.ReadFile(folder.GmbTrain), gmb));
        }

        if (silver is not null)
        {
            var sentences = Iob2Reader.ReadFile(silver);
            var words = corpora.Sum(corpus => corpus.Share * Words(corpus.Sentences));
            corpora.Add(new NameCorpus("silver", sentences, silverWeight * words / Words(sentences), HasHead: false));
        }

        return corpora;
    }

    private static double Words(IReadOnlyList<NameSentence> sentences) => sentences.Sum(sentence => sentence.Tokens.Length);

    private static void Train(
        CorpusFolder folder, List<NameCorpus> corpora, string? start, int hidden, TrainingOptions options, string output, CommandRunner runner)
    {
        IReadOnlyList<NameSentence>?[] dev =
        [
            Iob2Reader.ReadFile(folder.UnerDev), Iob2Reader.ReadFile(folder.CrossNerDev), .. corpora.Skip(2).Select(_ => (IReadOnlyList<NameSentence>?)null),
        ];
        var vectors = LanguageModels.Load().Vectors;
        var shape = new EncoderShape(vectors.Dimensions, TableRows, WordWidth: 48, AffixWidth: 16, 256, hidden, Layers: 2);
        var trainer = new NameTrainer(corpora, vectors, shape, options, start is null ? null : ModelFile.OpenFile(start));
        var scores = trainer.Train(dev, runner.Error, runner.Progress().Report);

        var writer = new ModelFileWriter();
        ModelExport.Save(writer, trainer.Parameters, shape.Layers);
        writer.Add("corpora", corpora.Where(corpus => corpus.HasHead).Select(corpus => corpus.Name).Append(HeadWeights.All));
        (string, double)[] lines = [("crossner_politics_f1", 100 * scores[1]), ("uner_ewt_f1", 100 * scores[0])];
        runner.SaveModel(output, LanguageModels.NamesFile, writer, new ModelCard("Name finder", "", [], [], lines));
        runner.Print(lines);
    }
}
