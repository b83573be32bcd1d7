using System.Diagnostics;

namespace Graph.Worker.Tests.Databases;

/// <summary>A Neo4j of a test's own, in a new home: <c>neo4j-admin</c> only works on a home that no server uses.</summary>
/// <remarks>It is run by the tool in <c>shared/neo4j</c> beside the repository.</remarks>
internal sealed class Neo4jHome : IAsyncDisposable
{
    private readonly string tool;
    private readonly TemporaryFolder folder = new();
    private bool isStarted;

    private Neo4jHome(string tool) => this.tool = tool;

    /// <summary>A home without a server; the test is skipped where there is no tool.</summary>
    public static Neo4jHome Create()
    {
        var repository = new DirectoryInfo(AppContext.BaseDirectory);
        while (repository is not null && !File.Exists(Path.Combine(repository.FullName, "Graph.sln")))
        {
            repository = repository.Parent;
        }

        var tool = Path.Combine(repository?.Parent?.FullName ?? ".", "shared", "neo4j", "neo4j");
        Assert.SkipUnless(File.Exists(tool), $"{tool} is not here: no Neo4j to import into.");
        return new Neo4jHome(tool);
    }

    /// <summary>Runs <c>neo4j-admin</c>; the test is skipped where it cannot run at all, for want of Java.</summary>
    public async Task AdminAsync(params string[] arguments)
    {
        var (exit, output) = await RunAsync(["admin", "--home", folder.Path, .. arguments]);
        Assert.SkipWhen(exit == 3, output);
        Assert.True(exit == 0, output);
    }

    /// <summary>Starts the server; the address of its Query API.</summary>
    public async Task<Uri> StartAsync(string password)
    {
        isStarted = true;
        var (exit, output) = await RunAsync("start", "--home", folder.Path, "--password", password);
        Assert.True(exit == 0, output);
        const string Name = "export NEO4J_HTTP_URI=";
        return new Uri(output.Split('\n').First(line => line.StartsWith(Name, StringComparison.Ordinal))[Name.Length..]);
    }

    public async ValueTask DisposeAsync()
    {
        if (isStarted)
        {
            await RunAsync("stop", "--home", folder.Path);
        }

        folder.Dispose();
    }

    /// <summary>Runs the tool with its output in a file: a server that it leaves running would hold a pipe open.</summary>
    private async Task<(int Exit, string Output)> RunAsync(params string[] arguments)
    {
        var log = Path.Combine(folder.Path, "tool.log");
        using var process = Process.Start(new ProcessStartInfo("bash", ["-c", "\"$@\" > \"$0\" 2>&1 < /dev/null", log, tool, .. arguments]))!;
        await process.WaitForExitAsync(CancellationToken.None);
        return (process.ExitCode, await File.ReadAllTextAsync(log, CancellationToken.None));
    }
}
