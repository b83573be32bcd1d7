using System.Threading.Channels;
using Graph.Extraction;
using Graph.Model;
using Graph.Store.Port;
using Graph.Worker.Inbox;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Graph.Worker.Pipeline;

/// <summary>Takes articles from the inbox, extracts them in parallel and writes them one by one in order of reception.</summary>
/// <remarks>
/// The bounded channel holds running extractions in order, so the writer sees the same sequence whatever the parallelism.
/// An article is settled after its transaction was committed: the end of the process in between repeats the write, which
/// changes nothing.
/// </remarks>
public sealed partial class ArticlePipeline(
    IInbox inbox, IExtractor extractor, IArticleWriter writer, StageClock clock, IOptions<PipelineOptions> options,
    IOptions<InboxOptions> inboxOptions, ILogger<ArticlePipeline> logger)
{
    /// <summary>Works until <paramref name="until"/> has completed and the inbox is empty.</summary>
    /// <param name="until">Completes when no more articles will be received.</param>
    /// <param name="settled">Told of every article that leaves the pipeline, from one thread at a time.</param>
    /// <param name="cancellationToken">Stops: the running write is rolled back or finished, everything unsettled waits in the inbox.</param>
    public async Task RunAsync(Task until, Action<PipelineEvent> settled, CancellationToken cancellationToken)
    {
        var parallelism = options.Value.Parallelism > 0 ? options.Value.Parallelism : Environment.ProcessorCount;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = Channel.CreateBounded<Task<Extracted>>(new BoundedChannelOptions(parallelism) { SingleWriter = true, SingleReader = true });

        var extraction = ExtractAllAsync(until, running.Writer, stop.Token);
        try
        {
            await foreach (var task in running.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                settled(await WriteAsync(await task.ConfigureAwait(false), cancellationToken).ConfigureAwait(false));
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await extraction.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await extraction.ConfigureAwait(false);
    }

    private async Task ExtractAllAsync(Task until, ChannelWriter<Task<Extracted>> running, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var message in inbox.TakeAsync(until, cancellationToken).ConfigureAwait(false))
            {
                await running.WriteAsync(Task.Run(() => ExtractAsync(message, cancellationToken), cancellationToken), cancellationToken).ConfigureAwait(false);
            }

            running.Complete();
        }
        catch (Exception exception)
        {
            running.Complete(exception);
            throw;
        }
    }

    private async Task<Extracted> ExtractAsync(InboxMessage message, CancellationToken cancellationToken)
    {
        try
        {
            using (clock.Measure(Stage.Extraction))
            {
                return new Extracted(message, await extractor.ExtractAsync(message.Article, cancellationToken).ConfigureAwait(false), null);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // A fault of the extractor on one text must not keep the other articles out; it is recorded with the article.
            LogExtractionFailed(exception, message.Origin);
            return new Extracted(message, null, new Outcome.DeadLetter(DeadLetterCodes.ExtractionFailed, $"{exception.GetType().Name}: {exception.Message}"));
        }
    }

    private async Task<PipelineEvent> WriteAsync(Extracted extracted, CancellationToken cancellationToken)
    {
        var outcome = extracted.Failure ?? await WriteDocumentAsync(extracted.Message, extracted.Document!, cancellationToken).ConfigureAwait(false);

        // The transaction is committed: recording it must not be cancelled any more.
        await inbox.SettleAsync(extracted.Message, outcome, CancellationToken.None).ConfigureAwait(false);
        return new PipelineEvent(extracted.Message, outcome, extracted.Document);
    }

    private async Task<Outcome> WriteDocumentAsync(InboxMessage message, GraphDocument document, CancellationToken cancellationToken)
    {
        try
        {
            using (clock.Measure(Stage.Write))
            {
                await writer.WriteAsync(document, cancellationToken).ConfigureAwait(false);
            }

            LogCommitted(message.Article.Id);
            return new Outcome.Processed();
        }
        catch (CypherDatabaseException exception) when (exception.IsTransient)
        {
            LogWriteFailed(exception, message.Origin);
            return message.Attempts >= inboxOptions.Value.MaximumAttempts
                ? new Outcome.DeadLetter(DeadLetterCodes.AttemptsUsedUp, $"{exception.Code}: {exception.Message}")
                : new Outcome.Retry(Backoff(message.Attempts), $"{exception.Code}: {exception.Message}");
        }
        catch (CypherDatabaseException exception)
        {
            LogWriteFailed(exception, message.Origin);
            return new Outcome.DeadLetter(DeadLetterCodes.WriteRefused, $"{exception.Code}: {exception.Message}");
        }
    }

    private TimeSpan Backoff(int attempts) => TimeSpan.FromSeconds(inboxOptions.Value.RetrySeconds * Math.Pow(2, attempts - 1));

    [LoggerMessage(LogLevel.Debug, "Committed {Article}")]
    private partial void LogCommitted(string article);

    [LoggerMessage(LogLevel.Error, "Extraction failed: {Origin}")]
    private partial void LogExtractionFailed(Exception exception, string origin);

    [LoggerMessage(LogLevel.Warning, "Write failed: {Origin}")]
    private partial void LogWriteFailed(Exception exception, string origin);

    private sealed record Extracted(InboxMessage Message, GraphDocument? Document, Outcome.DeadLetter? Failure);
}
