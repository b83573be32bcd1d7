using System.Globalization;
using System.Text.Json;

namespace Graph.Worker.Tests.Commands;

public sealed class SuddenEndTests
{
    private const int Articles = 120;

    /// <summary>What an ingest says when fifty articles are through.</summary>
    private const string FiftyAreThrough = "50 of ";

    private static readonly string[] States = ["France", "Germany", "Poland", "Italy", "Norway", "Japan"];

    [Fact]
    public async Task a_killed_ingest_loses_no_committed_article_and_the_next_completes_it()
    {
        using var whole = new TemporaryFolder();
        using var killed = new TemporaryFolder();
        var (source, same) = (whole.Write("articles.jsonl", Lines()), killed.Write("articles.jsonl", Lines()));
        Assert.Equal(0, (await WorkerProcess.RunAsync(whole.Path, "ingest", source)).ExitCode);

        using (var worker = WorkerProcess.Start(killed.Path, "ingest", same))
        {
            while (await worker.Error.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
            {
                if (line.StartsWith(FiftyAreThrough, StringComparison.Ordinal))
                {
                    break;
                }
            }

            await worker.KillAsync();
        }

        var (exit, count, error) = await WorkerProcess.RunAsync(killed.Path, "query", "MATCH (a:Article) RETURN count(a) AS articles", "--format", "csv");
        Assert.True(exit == 0, error);
        Assert.InRange(int.Parse(count.Split("\r\n")[1], CultureInfo.InvariantCulture), 50, Articles);

        Assert.Equal(0, (await WorkerProcess.RunAsync(killed.Path, "ingest", same)).ExitCode);
        Assert.Equal(await ExportAsync(whole), await ExportAsync(killed));
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
