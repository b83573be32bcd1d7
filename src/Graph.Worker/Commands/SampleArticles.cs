using Graph.Store.Port;
using Graph.Worker.Configuration;
using Graph.Worker.Databases;
using Graph.Worker.Inbox;
using Microsoft.Extensions.DependencyInjection;

namespace Graph.Worker.Commands;

/// <summary>The sample articles that a first start takes in.</summary>
internal static class SampleArticles
{
    /// <summary>Takes them in when neither graph nor inbox holds anything.</summary>
    public static async Task TakeInAsync(IServiceProvider services, Terminal terminal, CancellationToken cancellationToken)
    {
        var database = await services.GetRequiredService<DatabaseConnection>().OpenAsync(cancellationToken).ConfigureAwait(false);
        var nodes = await database.RunAsync(new CypherStatement("MATCH (a:Article) RETURN a.id LIMIT 1"), AccessMode.Read, cancellationToken)
            .ConfigureAwait(false);
        var status = await services.GetRequiredService<IInbox>().StatusAsync(cancellationToken).ConfigureAwait(false);
        if (!nodes.Rows.IsEmpty || status.Counts.Values.Sum() > 0 || ContentFolder.Find(Path.Combine("seeds", "articles")) is not { } folder)
        {
            return;
        }

        await terminal.Error.WriteLineAsync($"The graph is empty: taking in the sample articles of {folder}.").ConfigureAwait(false);
        var progress = await ProgressDisplay.RunAsync(terminal, 0, async progress =>
        {
            await IngestRun.RunAsync(services, [folder], null, progress, cancellationToken).ConfigureAwait(false);
            return progress;
        }).ConfigureAwait(false);
        await terminal.Error.WriteLineAsync($"{progress.Processed} articles are in the graph, {progress.Refused + progress.Dead} failed.").ConfigureAwait(false);
    }
}
