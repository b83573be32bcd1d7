using System.CommandLine;
using Graph.Language;
using Graph.Training.Corpora;
using Graph.Training.Evaluation;

namespace Graph.Training.Commands;

/// <summary><c>evaluate tagger|parser|names</c>: scores on one file, a line each, the overall figure last.</summary>
internal static class EvaluateCommand
{
    public static Command Create(CommandRunner runner)
    {
        var models = new ModelsOption();
        var command = new Command("evaluate", "Scores the models.")
        {
            Treebank("tagger", "Scores the tagger on a CoNLL-U file.", models, runner, TaggerScores),
            Treebank("parser", "Scores the parser on a CoNLL-U file.", models, runner, ParserScores),
            Names(models, runner),
            EvaluateGraphs.Create(models, runner),
            EvaluatePairs.Create(models, runner),
            EvaluateAll.Create(models, runner),
        };
        return command;
    }

    private static Command Treebank(
        string name, string description, ModelsOption models, CommandRunner runner,
        Func<ConllScores, IEnumerable<(string, double)>> lines)
    {
        var file = new Argument<FileInfo>("FILE.conllu") { Description = "The treebank." };
        var hasGoldTokens = new Option<bool>("--gold-tokens") { Description = "Take the treebank's tokens and sentences instead of its raw text." };
        var command = new Command(name, description) { file, hasGoldTokens, models.Option };
        command.SetAction(result => runner.Run(() =>
        {
            var gold = ConlluReader.ReadFile(result.GetRequiredValue(file).FullName);
            var analyzer = new LanguageAnalyzer(models.Load(result));
            var speed = Speed.Measure(analyzer, ParserEvaluator.Texts(gold), TimeProvider.System);
            runner.Print([("words_per_second", speed.WordsPerSecond)]);
            runner.Print(lines(ParserEvaluator.Score(analyzer, gold, result.GetValue(hasGoldTokens))));
        }));
        return command;
    }

    private static IEnumerable<(string, double)> TaggerScores(ConllScores scores) =>
    [
        ("sentences", 100 * scores.Sentences.F1), ("words", 100 * scores.Words.F1), ("lemmas", 100 * scores.Lemmas.F1),
        ("xpos", 100 * scores.Xpos.F1), ("upos", 100 * scores.Upos.F1),
    ];

    private static IEnumerable<(string, double)> ParserScores(ConllScores scores) =>
    [
        ("sentences", 100 * scores.Sentences.F1), ("words", 100 * scores.Words.F1), ("upos", 100 * scores.Upos.F1),
        ("xpos", 100 * scores.Xpos.F1), ("uas", 100 * scores.Uas.F1), ("las", 100 * scores.Las.F1),
    ];

    private static Command Names(ModelsOption models, CommandRunner runner)
    {
        var file = new Argument<FileInfo>("FILE.iob2") { Description = "The corpus: a token a line, its tag last." };
        var map = new Option<string?>("--map") { Description = "What the labels mean, LABEL=KIND[|KIND...],...; known corpora need none." };
        var command = new Command("names", "Scores the name finder on an IOB2 file.") { file, map, models.Option };
        command.SetAction(result => runner.Run(() =>
        {
            var kinds = result.GetValue(map) is { } text ? NameMap.Parse(text) : NameMap.Default;
            var sentences = Iob2Reader.ReadFile(result.GetRequiredValue(file).FullName);
            var analyzer = new LanguageAnalyzer(models.Load(result));
            var speed = Speed.Measure(analyzer, [.. sentences.Chunk(20).Select(Text)], TimeProvider.System);
            runner.Print([("words_per_second", speed.WordsPerSecond)]);
            runner.Print(NameLines(NameEvaluator.Score(analyzer, sentences, kinds)));
        }));
        return command;
    }

    private static string Text(NameSentence[] sentences) => string.Join('\n', sentences.Select(sentence => string.Join(' ', sentence.Tokens)));

    private static IEnumerable<(string, double)> NameLines(NameScores scores)
    {
        foreach (var kind in Enum.GetValues<NameKind>())
        {
            if (scores.Of(kind) is { Gold: > 0 } score)
            {
                yield return (kind.ToString().ToLowerInvariant() + "_f1", 100 * score.F1);
            }
        }

        yield return ("precision", 100 * scores.All.Precision);
        yield return ("recall", 100 * scores.All.Recall);
        yield return ("f1", 100 * scores.All.F1);
    }
}
