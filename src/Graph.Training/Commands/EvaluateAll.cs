using System.CommandLine;
using Graph.Language;
using Graph.Training.Corpora;
using Graph.Training.Evaluation;

namespace Graph.Training.Commands;

/// <summary><c>evaluate all</c>: every figure that the models are held to, on the development parts of the corpora.</summary>
internal static class EvaluateAll
{
    public static Command Create(ModelsOption models, CommandRunner runner)
    {
        var corpora = new Option<DirectoryInfo>("--corpora") { Description = "Folder of the corpora.", Required = true };
        var gold = new Option<DirectoryInfo?>("--gold") { Description = "Folder of gold graphs with their articles, to score names in news." };
        var command = new Command("all", "Scores all models on the development parts of the corpora.") { corpora, gold, models.Option };
        command.SetAction(result => runner.Run(() =>
        {
            var folder = new CorpusFolder(result.GetRequiredValue(corpora).FullName);
            var analyzer = new LanguageAnalyzer(models.Load(result));
            var ewt = ConlluReader.ReadFile(folder.EwtDev);
            runner.Print(Treebanks(analyzer, ewt, ConlluReader.ReadFile(folder.GumDev)));
            runner.Print(Names(analyzer, folder, result.GetValue(gold)?.FullName));
            var speed = Speed.Measure(analyzer, ParserEvaluator.Texts(ewt), TimeProvider.System);
            runner.Print(
            [
                ("allocated_bytes_per_1000_words", speed.BytesPerThousandWords),
                ("allocated_bytes_per_1000_words_beyond_result", speed.BytesPerThousandWords - speed.ResultBytesPerThousandWords),
                ("words_per_second", speed.WordsPerSecond),
            ]);
        }));
        return command;
    }

    private static IEnumerable<(string, double)> Treebanks(
        LanguageAnalyzer analyzer, IReadOnlyList<ConlluSentence> ewt, IReadOnlyList<ConlluSentence> gum)
    {
        var tokens = ParserEvaluator.Score(analyzer, ewt, hasGoldTokens: true);
        var raw = ParserEvaluator.Score(analyzer, ewt, hasGoldTokens: false);
        var gumRaw = ParserEvaluator.Score(analyzer, gum, hasGoldTokens: false);
        return
        [
            ("ewt_gold_tokens_upos", 100 * tokens.Upos.F1), ("ewt_gold_tokens_xpos", 100 * tokens.Xpos.F1),
            ("ewt_gold_tokens_uas", 100 * tokens.Uas.F1), ("ewt_gold_tokens_las", 100 * tokens.Las.F1),
            ("ewt_raw_las", 100 * raw.Las.F1), ("gum_raw_las", 100 * gumRaw.Las.F1),
            ("ewt_raw_sentences", 100 * raw.Sentences.F1), ("gum_raw_sentences", 100 * gumRaw.Sentences.F1),
        ];
    }

    private static List<(string, double)> Names(LanguageAnalyzer analyzer, CorpusFolder folder, string? gold)
    {
        double F1(string path) => 100 * NameEvaluator.Score(analyzer, Iob2Reader.ReadFile(path), NameMap.Default).All.F1;
        var lines = new List<(string, double)>
        {
            ("uner_ewt_names_f1", F1(folder.UnerDev)), ("crossner_politics_names_f1", F1(folder.CrossNerDev)),
        };
        if (gold is not null)
        {
            var scores = GoldNames.Score(analyzer, gold);
            lines.Add(("gold_articles_organisations_f1", 100 * scores.Of(NameKind.Organisation).F1));
            lines.Add(("gold_articles_names_f1", 100 * scores.All.F1));
        }

        return lines;
    }
}
