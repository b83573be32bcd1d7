using System.CommandLine;
using Graph.Worker.Inbox;
using Graph.Worker.Pipeline;
using Microsoft.Extensions.DependencyInjection;

namespace Graph.Worker.Commands;

/// <summary><c>ingest PATH... [--date D]</c>: files, folders, feeds or standard input into the graph.</summary>
internal static class IngestCommand
{
    public static Command Create(CommandRunner runner)
    {
        var paths = new Argument<string[]>("PATH") { Description = "File, folder, http(s) feed or page, or - for standard input.", Arity = ArgumentArity.OneOrMore };
        var date = DateOption.Create();
        var command = new Command("ingest", "Takes in articles, shows progress and prints a summary.") { paths, date };
        command.SetAction((result, cancellationToken) => runner.RunAsync(
            (services, token) => RunAsync(services, runner.Terminal, result.GetRequiredValue(paths), result.GetValue(date), token), cancellationToken));
        return command;
    }

    /// <summary>Ingests and prints the summary to standard output.</summary>
    public static async Task<int> RunAsync(
        IServiceProvider services, Terminal terminal, IReadOnlyList<string> paths, DateOnly? date, CancellationToken cancellationToken)
    {
        var time = services.GetRequiredService<TimeProvider>();
        var start = time.GetTimestamp();
        var inbox = services.GetRequiredService<IInbox>();
        var waiting = (await inbox.StatusAsync(cancellationToken).ConfigureAwait(false)).Waiting;
        var progress = await ProgressDisplay.RunAsync(terminal, waiting, async progress =>
        {
            try
            {
                await IngestRun.RunAsync(services, paths, date, progress, cancellationToken).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                var left = (await inbox.StatusAsync(CancellationToken.None).ConfigureAwait(false)).Waiting;
                await terminal.Error.WriteLineAsync($"{progress.Processed} articles are in the graph, {left} wait in the inbox: the verb retry goes on with them.").ConfigureAwait(false);
                throw;
            }

            return progress;
        }).ConfigureAwait(false);

        var summary = IngestSummary.Format(progress, services.GetRequiredService<StageClock>(), time.GetElapsedTime(start));
        await terminal.Output.WriteAsync(summary).ConfigureAwait(false);
        return progress.Refused + progress.Dead > 0 ? ExitCode.SomeFailed : ExitCode.Success;
    }
}
