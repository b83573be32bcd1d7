using Graph.Worker.Inbox;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Graph.Worker.Pipeline;

/// <summary>Works on the inbox for as long as the service runs.</summary>
internal sealed partial class PipelineWorker(ArticlePipeline pipeline, ILogger<PipelineWorker> logger) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        pipeline.RunAsync(Task.Delay(Timeout.Infinite, stoppingToken), Report, stoppingToken);

    private void Report(PipelineEvent settled)
    {
        if (settled.Outcome is Outcome.Processed)
        {
            LogProcessed(settled.Message.Article.Title, settled.Document!.Facts.Length);
        }
        else
        {
            LogFailed(settled.Message.Origin, settled.Outcome);
        }
    }

    [LoggerMessage(LogLevel.Information, "In the graph: {Title} ({Facts} facts)")]
    private partial void LogProcessed(string title, int facts);

    [LoggerMessage(LogLevel.Warning, "Not in the graph: {Origin}: {Outcome}")]
    private partial void LogFailed(string origin, Outcome outcome);
}
