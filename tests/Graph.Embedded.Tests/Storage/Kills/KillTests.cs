using System.Diagnostics;
using System.Globalization;
using Graph.Embedded.Storage;

namespace Graph.Embedded.Tests.Storage.Kills;

/// <summary>Kills a process that writes under load at random moments: what it acknowledged is there, and nothing by halves.</summary>
public sealed class KillTests : IDisposable
{
    private const int Writers = 2;
    private readonly string _folder = Directory.CreateTempSubdirectory("graph-kill").FullName;

    /// <summary>As many kills as GRAPH_KILLS says; 20 where it says nothing.</summary>
    [Fact]
    public void Every_acknowledged_commit_survives_and_none_is_there_by_halves()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("GRAPH_KILLS") ?? "20", CultureInfo.InvariantCulture);
        var random = new Random(7);
        var before = new int[Writers];
        for (var kill = 0; kill < kills; kill++)
        {
            var acknowledged = RunAndKill(random, before);
            before = AssertWhole(acknowledged);
        }

        // The writer's log is short, so that kills meet snapshots too.
        Assert.NotEmpty(Directory.GetFiles(_folder, "snapshot-*"));
        TestContext.Current.SendDiagnosticMessage("{0} kills, {1} commits", kills, before.Sum());
    }

    public void Dispose() => Directory.Delete(_folder, true);

    /// <summary>Runs the writer until it acknowledged some commits and then some moments more; returns the last of each thread.</summary>
    private int[] RunAndKill(Random random, int[] before)
    {
        int[] acknowledged = [.. before];
        using var process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Graph.Embedded.Tests.Writer.dll"), _folder, $"{Writers}" },
            RedirectStandardOutput = true,
        })!;
        var left = random.Next(1, 200);
        while (process.StandardOutput.ReadLine() is { } line)
        {
            Acknowledge(line);
            if (--left == 0)
            {
                Thread.SpinWait(random.Next(200_000));
                process.Kill();
            }
        }

        process.WaitForExit();
        Assert.True(left <= 0, $"The writer ended by itself with exit code {process.ExitCode}.");
        return acknowledged;

        // The last line may be cut where the process died.
        void Acknowledge(string line)
        {
            if (line.Split(' ') is [var writer, var commit, "."])
            {
                acknowledged[int.Parse(writer, CultureInfo.InvariantCulture)] = int.Parse(commit, CultureInfo.InvariantCulture);
            }
        }
    }

    /// <summary>Opens the store and checks it; returns the last commit of each thread that is there.</summary>
    private int[] AssertWhole(int[] acknowledged)
    {
        using var engine = StorageEngine.Open(_folder);
        Assert.Empty(engine.CheckConsistency(TestContext.Current.CancellationToken));
        using var reader = engine.BeginRead();
        var (commitKey, sizeKey) = (engine.Tokens.Keys.Find("commit"), engine.Tokens.Keys.Find("size"));
        var last = new int[Writers];
        for (var writer = 0; writer < Writers; writer++)
        {
            var commits = new Dictionary<long, (long Size, int Found)>();
            var nodes = reader.NodesWithLabel(engine.Tokens.Labels.Find("Writer" + writer));
            while (nodes.MoveNext())
            {
                var commit = reader.NodeProperty(nodes.Current, commitKey).AsInteger;
                var size = reader.NodeProperty(nodes.Current, sizeKey).AsInteger;
                commits[commit] = (size, commits.GetValueOrDefault(commit).Found + 1);
                Assert.Equal(1, reader.Degree(nodes.Current, Direction.Outgoing, []));
            }

            Assert.All(commits, commit => Assert.Equal(commit.Value.Size, commit.Value.Found));
            last[writer] = commits.Count;
            Assert.True(commits.Count >= acknowledged[writer], $"{acknowledged[writer]} commits were acknowledged, {commits.Count} are there.");
            Assert.True(commits.Count <= acknowledged[writer] + 1);
            Assert.Equal(Enumerable.Range(1, commits.Count).Select(i => (long)i), commits.Keys.Order());
        }

        return last;
    }
}
