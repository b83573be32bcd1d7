using Graph.Worker.Databases;
using Graph.Worker.Inbox;
using Graph.Worker.Pipeline;
using Graph.Worker.Sources;
using Microsoft.Extensions.DependencyInjection;

namespace Graph.Worker.Commands;

/// <summary>Sources into the inbox and through the pipeline, until all is settled.</summary>
internal static class IngestRun
{
    /// <summary>Reads the paths (none: only what already waits) and works until the inbox is empty.</summary>
    public static async Task RunAsync(
        IServiceProvider services, IReadOnlyList<string> paths, DateOnly? date, IngestProgress progress, CancellationToken cancellationToken)
    {
        await services.GetRequiredService<DatabaseConnection>().OpenAsync(cancellationToken).ConfigureAwait(false);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var reading = Task.Run(() => ReadAsync(services, paths, date, progress, stop.Token), stop.Token);
        try
        {
            await services.GetRequiredService<ArticlePipeline>().RunAsync(reading, progress.Settle, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await reading.ConfigureAwait(false);
    }

    private static async Task ReadAsync(
        IServiceProvider services, IReadOnlyList<string> paths, DateOnly? date, IngestProgress progress, CancellationToken cancellationToken)
    {
        var inbox = services.GetRequiredService<IInbox>();
        var clock = services.GetRequiredService<StageClock>();
        var entries = services.GetRequiredService<SourceReader>().ReadAsync(paths, date, cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using (entries.ConfigureAwait(false))
        {
            while (true)
            {
                using (clock.Measure(Stage.Read))
                {
                    if (!await entries.MoveNextAsync().ConfigureAwait(false))
                    {
                        break;
                    }

                    if (entries.Current is SourceEntry.Read(var article, var origin))
                    {
                        await inbox.ReceiveAsync(article, origin, cancellationToken).ConfigureAwait(false);
                    }
                }

                progress.Read(entries.Current);
            }
        }

        progress.ReadToEnd();
    }
}
