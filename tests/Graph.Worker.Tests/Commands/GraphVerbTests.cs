using System.Text.Json;
using Graph.Worker.Commands;
using Graph.Worker.Sources;

namespace Graph.Worker.Tests.Commands;

/// <summary>The verbs over an embedded graph, from arguments to exit code.</summary>
public sealed class GraphVerbTests : IDisposable
{
    private const string Article =
        """
        Italian and Greek defence ministers meet in Athens

        March 3, 2031

        Italian Defence Minister Paola Ricci met her Greek counterpart, Nikos Stavrou, in Athens on Monday. Italy and Greece signed an agreement on patrols.
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task extract_prints_one_json_object_an_article_and_touches_no_database()
    {
        var file = folder.Write("a.txt", Article);
        var (exit, output, _) = await RunAsync("extract", file);

        Assert.Equal(0, exit);
        var root = JsonDocument.Parse(Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries))).RootElement;
        Assert.Equal("2031-03-03", root.GetProperty("article").GetProperty("date").GetString());
        Assert.Contains(root.GetProperty("nodes").EnumerateArray(), node => node.GetProperty("name").GetString() == "Paola Ricci");
        Assert.All(root.GetProperty("relationships").EnumerateArray(), fact => Assert.NotEqual(0, fact.GetProperty("evidence").GetArrayLength()));
        Assert.False(Directory.Exists(Path.Combine(folder.Path, "graph")));
        Assert.Equal(output, (await RunAsync("extract", file)).Output);
    }

    [Fact]
    public async Task an_article_goes_in_and_out_again_without_a_trace()
    {
        var (first, second) = (folder.Write("a.txt", Article), folder.Write("b.txt", Article.Replace("Athens", "Rome", StringComparison.Ordinal)));
        Assert.Equal(0, (await RunAsync("ingest", first)).Exit);
        var before = await ExportAsync();

        Assert.Equal(0, (await RunAsync("ingest", second)).Exit);
        var articles = await RunAsync("query", "MATCH (a:Article) WHERE a.title CONTAINS 'Rome' RETURN a.id AS id", "--format", "csv");
        var id = articles.Output.Split("\r\n")[1];
        var (exit, output, _) = await RunAsync("withdraw", id);

        Assert.Equal(0, exit);
        Assert.Equal(id, output.Trim());
        Assert.Equal(before, await ExportAsync());
        Assert.Equal(0, (await RunAsync("ingest", second)).Exit);
        Assert.NotEqual(before, await ExportAsync());
    }

    [Fact]
    public async Task merge_and_split_undo_each_other_and_merges_says_why()
    {
        Assert.Equal(0, (await RunAsync("ingest", folder.Write("a.txt", Article))).Exit);
        var before = await ExportAsync();

        Assert.Equal(0, (await RunAsync("merge", "person:paola-ricci", "person:nikos-stavrou")).Exit);
        Assert.Contains("decision", (await RunAsync("merges")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("split", "person:nikos-stavrou")).Exit);
        Assert.Equal(before, await ExportAsync());
    }

    [Fact]
    public async Task a_backup_is_checked_and_restored_to_the_same_graph()
    {
        Assert.Equal(0, (await RunAsync("ingest", folder.Write("a.txt", Article))).Exit);
        var before = await ExportAsync();
        var backup = Path.Combine(folder.Path, "backup");

        Assert.Equal(0, (await RunAsync("check")).Exit);
        var (exit, output, _) = await RunAsync("backup", backup);
        Assert.Equal((0, backup), (exit, output.Trim()));
        Assert.Equal(2, (await RunAsync("restore", backup)).Exit);
        Directory.Delete(Path.Combine(folder.Path, "graph"), recursive: true);
        Assert.Equal(0, (await RunAsync("restore", backup)).Exit);
        Assert.Equal(before, await ExportAsync());
    }

    [Theory]
    [InlineData("check")]
    [InlineData("withdraw", "article:none")]
    [InlineData("merge", "person:none", "person:nobody")]
    [InlineData("split", "person:none")]
    [InlineData("merge", "person:none")]
    [InlineData("export")]
    [InlineData("export", "graph.xml", "--format", "xml")]
    [InlineData("ingest", "--dat", "2031-05-01")]
    [InlineData("serve", "--Graph:Http:Url=nowhere", "--Graph:Http:MaximumRows=0")]
    public async Task wrong_use_is_named_and_gives_exit_code_2(params string[] arguments)
    {
        var (exit, output, error) = await RunAsync(arguments);

        Assert.Equal(2, exit);
        Assert.Equal("", output);
        Assert.NotEqual("", error);
    }

    [Theory]
    [InlineData("jsonl", "out")]
    [InlineData("graphml", "out")]
    [InlineData("cypher", "out")]
    [InlineData("csv", "out/nodes.csv")]
    public async Task export_prints_the_files_that_it_wrote(string format, string first)
    {
        var (exit, output, _) = await RunAsync("export", Path.Combine(folder.Path, "out"), "--format", format);

        Assert.Equal(0, exit);
        Assert.Equal(Path.Combine(folder.Path, first), output.Split('\n')[0].Trim());
        Assert.All(output.Split('\n', StringSplitOptions.RemoveEmptyEntries), file => Assert.True(File.Exists(file.Trim())));
    }

    [Fact]
    public async Task a_query_file_brings_its_parameters_along()
    {
        var file = folder.Write("q.cypher", "// What is twice a number?\n// :param number => 21\nRETURN 2 * $number AS twice\n");

        Assert.Equal("twice\r\n42\r\n", (await RunAsync("query", "--file", file, "--format", "csv")).Output);
        Assert.Equal("twice\r\n8\r\n", (await RunAsync("query", "--file", file, "--param", "number=4", "--format", "csv")).Output);
    }

    private async Task<string> ExportAsync()
    {
        var path = Path.Combine(folder.Path, "export.jsonl");
        Assert.Equal(0, (await RunAsync("export", path)).Exit);
        return await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
    }

    private async Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        string[] settings =
            [$"--Graph:Database:Uri=embedded:{Path.Combine(folder.Path, "graph")}", $"--Graph:Inbox:Path={Path.Combine(folder.Path, "inbox.db")}"];
        var terminal = new Terminal(output, error, new TextSource(() => Stream.Null), IsInteractive: false);
        var exit = await GraphProgram.RunAsync([.. arguments, .. settings], terminal, null, TestContext.Current.CancellationToken);
        return (exit, output.ToString(), error.ToString());
    }
}
