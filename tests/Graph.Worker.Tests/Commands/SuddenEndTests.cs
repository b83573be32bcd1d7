using System.Text.Json;
using Graph.Embedded;
using Graph.Embedded.Storage;
using Graph.Store.Conformance;
using Graph.Worker.Databases;

namespace Graph.Worker.Tests.Commands;

public sealed class SuddenEndTests
{
    private const int Articles = 60;

    /// <summary>What an ingest logs of each article between its commit and its entry in the ledger.</summary>
    private const string Committed = "debug ArticlePipeline: Committed ";

    /// <summary>After how many commits the process is killed, one time after the other; each time it begins with all articles again.</summary>
    private static readonly int[] Moments = [0, 1, 2, 3, 5, 8, 13, 21, 34, 55];

    private static readonly string[] States = ["France", "Germany", "Poland", "Italy", "Norway", "Japan"];

    [Fact]
    public async Task an_ingest_killed_again_and_again_loses_no_committed_article_and_the_next_completes_it()
    {
        using var whole = new TemporaryFolder();
        using var killed = new TemporaryFolder();
        var (source, same) = (whole.Write("articles.jsonl", Lines()), killed.Write("articles.jsonl", Lines()));
        Assert.Equal(0, (await WorkerProcess.RunAsync(whole.Path, "ingest", source)).ExitCode);

        foreach (var moment in Moments)
        {
            var committed = await KillAsync(killed, same, moment);

            Assert.Equal(moment, committed.Count);
            Assert.Empty(committed.Except(await ArticlesAsync(killed), StringComparer.Ordinal));
        }

        Assert.Equal(0, (await WorkerProcess.RunAsync(killed.Path, "ingest", same)).ExitCode);
        Assert.Equal(await ExportAsync(whole), await ExportAsync(killed));
    }

    /// <summary>Starts an ingest and kills it once it has told of so many commits; the ids of these articles.</summary>
    private static async Task<List<string>> KillAsync(TemporaryFolder folder, string source, int commits)
    {
        using var worker = WorkerProcess.Start(folder.Path, "ingest", source, "--Logging:LogLevel:Graph=Debug");
        var committed = new List<string>();
        while (committed.Count < commits && await worker.Error.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith(Committed, StringComparison.Ordinal))
            {
                committed.Add(line[Committed.Length..]);
            }
        }

        await worker.KillAsync();
        return committed;
    }

    /// <summary>The ids of the articles in the graph, which is found sound.</summary>
    private static async Task<IEnumerable<string>> ArticlesAsync(TemporaryFolder folder)
    {
        using var engine = StorageEngine.Open(Path.Combine(folder.Path, "graph"));
        Assert.Empty(engine.CheckConsistency(TestContext.Current.CancellationToken));
        await using var database = new EmbeddedCypherDatabase(EmbeddedDatabase.Over(engine), "the killed graph");
        return (await database.ColumnAsync("MATCH (a:Article) RETURN a.id")).Cast<string>().ToList();
    }

    private static async Task<string> ExportAsync(TemporaryFolder folder)
    {
        Assert.Equal(0, (await WorkerProcess.RunAsync(folder.Path, "export", "graph.jsonl")).ExitCode);
        return await File.ReadAllTextAsync(Path.Combine(folder.Path, "graph.jsonl"), TestContext.Current.CancellationToken);
    }

    private static string Lines() => string.Join('\n', Enumerable.Range(0, Articles).Select(number =>
    {
        var (host, guest) = (States[number % States.Length], States[(number + 1 + (number % 4)) % States.Length]);
        return JsonSerializer.Serialize(new
        {
            title = $"{host} receives the foreign minister of {guest} for talks",
            date = $"2031-06-{1 + (number % 28):00}",
            url = $"https://news.example/{number}",
            text = $"The foreign minister of {guest} arrived in {host} on Monday. {host} and {guest} agreed to hold talks on trade, the government of {host} said.",
        });
    }));
}
