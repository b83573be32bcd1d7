using Spectre.Console;

namespace Graph.Worker.Commands;

/// <summary>Shows the progress of an ingest on standard error: a bar on a terminal, plain lines otherwise.</summary>
internal static class ProgressDisplay
{
    private const int LinesEvery = 50;

    /// <summary>Runs work with a display of its progress.</summary>
    public static Task<T> RunAsync<T>(Terminal terminal, int waiting, Func<IngestProgress, Task<T>> work) =>
        terminal.IsInteractive ? RunWithBarAsync(terminal, waiting, work) : RunWithLinesAsync(terminal, waiting, work);

    private static async Task<T> RunWithBarAsync<T>(Terminal terminal, int waiting, Func<IngestProgress, Task<T>> work)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
        return await console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var bar = context.AddTask("Reading", maxValue: 1);
                return await work(new IngestProgress(waiting, (progress, message) =>
                {
                    bar.MaxValue = Math.Max(1, progress.Total);
                    bar.Value = progress.Settled;
                    bar.Description = $"{progress.Settled}/{progress.Total} articles";
                    if (message is not null)
                    {
                        console.WriteLine(message);
                    }
                })).ConfigureAwait(false);
            }).ConfigureAwait(false);
    }

    private static Task<T> RunWithLinesAsync<T>(Terminal terminal, int waiting, Func<IngestProgress, Task<T>> work)
    {
        var shown = 0;
        return work(new IngestProgress(waiting, (progress, message) =>
        {
            if (message is not null)
            {
                terminal.Error.WriteLine(message);
            }

            if (progress.Settled >= shown + LinesEvery)
            {
                shown = progress.Settled;
                terminal.Error.WriteLine($"{progress.Settled} of {progress.Total}{(progress.IsReadToEnd ? "" : " or more")} articles");
            }
        }));
    }
}
