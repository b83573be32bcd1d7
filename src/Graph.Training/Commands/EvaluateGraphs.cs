using System.CommandLine;
using Graph.Extraction;
using Graph.Language;
using Graph.Training.Evaluation.Graphs;

namespace Graph.Training.Commands;

/// <summary><c>evaluate graphs</c>: scores extracted graphs against gold ones.</summary>
internal static class EvaluateGraphs
{
    public static Command Create(ModelsOption models, CommandRunner runner)
    {
        var gold = new Argument<DirectoryInfo>("DIR") { Description = "Folder of gold graphs (NAME.json) with their articles." };
        var extracted = new Option<DirectoryInfo?>("--extracted")
        {
            Description = "Folder of what 'extract --format json' printed, NAME.json for each; a missing one counts as empty. Without it the articles are extracted here.",
        };
        var show = new Option<bool>("--show") { Description = "Name on standard error what is missing, wrong or forbidden." };
        var command = new Command("graphs", "Scores extracted graphs against gold graphs.") { gold, extracted, show, models.Option };
        command.SetAction(result => runner.Run(() =>
        {
            var report = result.GetValue(show) ? runner.Error.WriteLine : (Action<string>)(_ => { });
            Func<string, GoldGraph, string, ScoredGraph> graphOf = result.GetValue(extracted) is { } folder
                ? (name, _, text) => ReadFrom(folder.FullName, name, text, runner.Error)
                : ExtractHere(RuleExtractor.Create(new LanguageAnalyzer(models.Load(result))));
            runner.Print(Lines(Score(result.GetRequiredValue(gold).FullName, graphOf, report)));
        }));
        return command;
    }

    private static ScoredGraph ReadFrom(string folder, string name, string text, TextWriter error)
    {
        var path = Path.Combine(folder, name);
        if (File.Exists(path))
        {
            return GraphReader.ReadExtracted(path, FoldedText.FoldWords(text));
        }

        error.WriteLine($"{path} is missing and counts as an empty graph.");
        return new ScoredGraph([], []);
    }

    private static Func<string, GoldGraph, string, ScoredGraph> ExtractHere(RuleExtractor extractor) => (_, gold, text) =>
        GraphReader.ReadDocument(ArticleExtraction.Extract(extractor, text, gold.Date), FoldedText.FoldWords(text));

    private static List<GraphScores> Score(
        string goldFolder, Func<string, GoldGraph, string, ScoredGraph> graphOf, Action<string> report)
    {
        var articles = new List<GraphScores>();
        foreach (var path in Directory.GetFiles(goldFolder, "*.json").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            var gold = GraphReader.ReadGold(path);
            var textPath = Path.Combine(goldFolder, gold.Article ?? "?");
            report(name);
            articles.Add(GraphScorer.Score(gold, graphOf(name, gold, File.Exists(textPath) ? File.ReadAllText(textPath) : ""), report));
        }

        return articles.Count > 0
            ? articles
            : throw new InvalidDataException($"GRA-T009 {goldFolder} holds no gold graph (NAME.json). Give the folder of the gold graphs.");
    }

    private static IEnumerable<(string, double)> Lines(List<GraphScores> articles)
    {
        var sum = GraphScores.Sum(articles);
        for (var group = EntityGroup.Event; group < EntityGroup.Other; group++)
        {
            yield return (group.ToString().ToLowerInvariant() + "_entities_f1", 100 * sum.OfGroup(group).F1);
        }

        yield return ("forbidden_triples", sum.Forbidden.Found);
        yield return ("forbidden_triples_possible", sum.Forbidden.All);
        yield return ("certainty_right", sum.Certainty.All == 0 ? 0 : 100.0 * sum.Certainty.Right / sum.Certainty.All);
        (string Name, Func<GraphScores, MatchCounts> Of)[] parts =
        [
            ("entities", scores => scores.Entities), ("pairs", scores => scores.Pairs), ("relations", scores => scores.Relations),
        ];
        foreach (var (name, of) in parts)
        {
            yield return (name + "_macro_f1", 100 * articles.Average(article => of(article).F1));
            yield return (name + "_precision", 100 * of(sum).Precision);
            yield return (name + "_recall", 100 * of(sum).Recall);
            yield return (name + "_f1", 100 * of(sum).F1);
        }
    }
}
