using System.CommandLine;
using Graph.Extraction;
using Graph.Language;
using Graph.Training.Corpora;
using Graph.Training.Evaluation.Pairs;

namespace Graph.Training.Commands;

/// <summary><c>evaluate pairs</c>: who does something to whom, on texts with coded events.</summary>
internal static class EvaluatePairs
{
    public static Command Create(ModelsOption models, CommandRunner runner)
    {
        var file = new Argument<FileInfo>("FILE.jsonl") { Description = "Coded events: a JSON object a line with id, text, date and events of source and target." };
        var actors = new Option<FileInfo?>("--actors") { Description = "Names of coded actors beyond the states, a line each: code, a tab, names parted by |." };
        var lexicon = new Option<DirectoryInfo?>("--lexicon") { Description = "Folder of lexicon files that the extractor knows besides its own." };
        var show = new Option<bool>("--show") { Description = "Name on standard error which pairs are missing and which are beyond those coded." };
        var command = new Command("pairs", "Scores who does something to whom on texts with coded events.") { file, actors, lexicon, show, models.Option };
        command.SetAction(result => runner.Run(() =>
        {
            var extractor = RuleExtractor.Create(new LanguageAnalyzer(models.Load(result)), result.GetValue(lexicon)?.FullName);
            var report = result.GetValue(show) ? runner.Error.WriteLine : (Action<string>)(_ => { });
            var names = ActorNames.Read(result.GetValue(actors)?.FullName);
            runner.Print(Lines(new PairEvaluator(extractor, names, report).Score(EventRecordReader.ReadFile(result.GetRequiredValue(file).FullName))));
        }));
        return command;
    }

    private static IEnumerable<(string, double)> Lines(PairScores scores) =>
    [
        ("texts", scores.Texts), ("pairs_left_out", scores.LeftOut), ("pairs_coded", scores.Gold), ("pairs_extracted", scores.Extracted),
        ("pairs_joined_either_way", scores.Gold == 0 ? 0 : 100.0 * scores.Joined / scores.Gold),
        ("pairs_precision", 100 * scores.Precision), ("pairs_f1", 100 * scores.F1), ("pairs_right", 100 * scores.Recall),
    ];
}
