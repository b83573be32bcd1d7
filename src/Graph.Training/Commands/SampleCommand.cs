using System.CommandLine;
using Graph.Extraction;
using Graph.Language;
using Graph.Training.Corpora;
using Graph.Training.Evaluation.Samples;

namespace Graph.Training.Commands;

/// <summary><c>sample graphs</c>: relationships of extracted graphs, drawn by seed, for a person to judge.</summary>
internal static class SampleCommand
{
    public static Command Create(CommandRunner runner) => new("sample", "Draws results for a person to judge.") { Graphs(runner) };

    private static Command Graphs(CommandRunner runner)
    {
        var articles = new Option<FileInfo[]>("--articles") { Description = "JSON Lines files of articles; several are given one after another.", Required = true, AllowMultipleArgumentsPerToken = true };
        var perFile = new Option<int>("--articles-per-file") { Description = "Articles drawn of each file.", DefaultValueFactory = _ => 30 };
        var relationships = new Option<int>("--relationships") { Description = "Relationships drawn of all graphs together.", DefaultValueFactory = _ => 200 };
        var seed = new Option<long>("--seed") { Description = "The same seed draws the same.", Required = true };
        var models = new ModelsOption();
        var command = new Command("graphs", "Extracts articles drawn by seed and prints relationships drawn by seed.") { articles, perFile, relationships, seed, models.Option };
        command.SetAction(result => runner.Run(() =>
        {
            var number = result.GetValue(seed);
            var drawn = result.GetRequiredValue(articles)
                .SelectMany(file => GraphSample.Articles(ArticleFile.Read(file.FullName), result.GetValue(perFile), number)).ToList();
            var extractor = RuleExtractor.Create(new LanguageAnalyzer(models.Load(result)));
            foreach (var sampled in GraphSample.Facts(drawn, extractor, result.GetValue(relationships), number))
            {
                runner.Output.WriteLine(sampled.Describe());
            }
        }));
        return command;
    }
}
