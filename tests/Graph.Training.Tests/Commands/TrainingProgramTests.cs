using Graph.Training.Commands;

namespace Graph.Training.Tests.Commands;

public sealed class TrainingProgramTests : IDisposable
{
    private const string Treebank = """
        # newdoc id = a
        # sent_id = a-1
        1	The	the	DET	DT	_	2	det	_	_
        2	envoy	envoy	NOUN	NN	_	3	nsubj	_	_
        3	left	leave	VERB	VBD	_	0	root	_	_
        4	Oslo	Oslo	PROPN	NNP	_	3	obj	_	SpaceAfter=No
        5	.	.	PUNCT	.	_	3	punct	_	_

        """;

    private readonly string folder = Directory.CreateTempSubdirectory("training").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("tagger", "upos")]
    [InlineData("parser", "las")]
    public void Scores_of_a_treebank_stand_a_line_each_with_the_overall_figure_last(string what, string overall)
    {
        var (code, output, _) = Run("evaluate", what, Write("a.conllu", Treebank), "--gold-tokens");

        Assert.Equal(0, code);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, line => Assert.Matches(@"^\w+ \d+\.\d\d$", line));
        Assert.Equal(overall + " 100.00", lines[^1]);
        Assert.Contains(lines, line => line.StartsWith("words_per_second ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_label_may_stand_for_several_kinds_of_name()
    {
        var corpus = Write("a.iob2", "Jens\tB-man\nStoltenberg\tI-man\nvisited\tO\nFrance\tB-spot\n.\tO\n");

        var (_, output, _) = Run("evaluate", "names", corpus, "--map", "man=Person,spot=Place|State");

        Assert.EndsWith("f1 100.00\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Nationality_adjectives_that_the_corpus_has_no_label_for_do_not_count()
    {
        var corpus = Write("a.iob2", "The\tO\nFrench\tO\narmy\tO\nleft\tO\nFrance\tB-LOC\n.\tO\n");

        Assert.EndsWith("f1 100.00\n", Run("evaluate", "names", corpus).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("spot", "GRA-T006 \"spot\" is no entry of a label map.")]
    [InlineData("spot=Town", "GRA-T006 \"Town\" in \"spot=Town\" is no kind of name.")]
    public void A_faulty_map_is_named_with_its_remedy(string map, string message)
    {
        var (code, output, error) = Run("evaluate", "names", Write("a.iob2", "Oslo\tB-spot\n"), "--map", map);

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.StartsWith(message, error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_faulty_line_is_named_with_its_file()
    {
        var path = Write("a.conllu", "1\tThe\n\n");

        var (code, _, error) = Run("evaluate", "parser", path);

        Assert.Equal(2, code);
        Assert.StartsWith($"GRA-T001 {path}, line 1: 2 columns", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_corpus_is_named_with_its_remedy()
    {
        var (code, _, error) = Run("train", "parser", "--corpora", folder);

        Assert.Equal(2, code);
        Assert.StartsWith("GRA-T005 ", error, StringComparison.Ordinal);
        Assert.Contains("--corpora", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Wrong_use_says_so()
    {
        Assert.Equal(2, Run("evaluate", "poetry").Code);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = TrainingProgram.Run(arguments, output, error, isTerminal: false);
        return (code, output.ToString(), error.ToString());
    }
}
