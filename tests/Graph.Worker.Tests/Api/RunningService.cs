using Graph.Worker.Commands;
using Graph.Worker.Sources;

namespace Graph.Worker.Tests.Api;

/// <summary>The service as <c>serve</c> runs it, on free ports and an embedded graph of the sample articles.</summary>
public sealed class RunningService : IAsyncLifetime
{
    private const string Announced = "API ";

    private readonly TemporaryFolder folder = new();
    private readonly CancellationTokenSource stop = new();
    private readonly StringWriter error = new();
    private Task<int> run = Task.FromResult(0);

    /// <summary>Client whose addresses count from the service's root.</summary>
    public HttpClient Client { get; } = new();

    /// <summary>What it wrote to standard error so far.</summary>
    public string Log => error.ToString();

    public async ValueTask InitializeAsync()
    {
        var output = new AnnouncementWriter(Announced);
        var terminal = new Terminal(output, TextWriter.Synchronized(error), new TextSource(() => Stream.Null), IsInteractive: false);
        string[] arguments =
        [
            "serve", "--Graph:Http:Url=http://127.0.0.1:0", "--Graph:Bolt:Listen=off",
            $"--Graph:Database:Uri=embedded:{Path.Combine(folder.Path, "graph")}", $"--Graph:Inbox:Path={Path.Combine(folder.Path, "inbox.db")}",
        ];
        run = Task.Run(() => GraphProgram.RunAsync(arguments, terminal, null, stop.Token));
        await Task.WhenAny(run, output.Line);
        Assert.True(output.Line.IsCompletedSuccessfully, Log);
        Client.BaseAddress = new Uri((await output.Line)[Announced.Length..].Replace("/api", "/", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await stop.CancelAsync();
        var exit = await run;
        stop.Dispose();
        error.Dispose();
        folder.Dispose();
        Assert.Equal(0, exit);
    }

    /// <summary>Tells when a line of a kind is written.</summary>
    private sealed class AnnouncementWriter(string start) : StringWriter
    {
        private readonly TaskCompletionSource<string> line = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<string> Line => line.Task;

        public override Task WriteLineAsync(string? value)
        {
            if (value?.StartsWith(start, StringComparison.Ordinal) == true)
            {
                line.TrySetResult(value);
            }

            return base.WriteLineAsync(value);
        }
    }
}
