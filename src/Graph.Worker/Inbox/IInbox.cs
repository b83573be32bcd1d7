using Graph.Model;

namespace Graph.Worker.Inbox;

/// <summary>The durable queue between sources and pipeline, with a ledger of what became of each article.</summary>
/// <remarks>
/// What <see cref="ReceiveAsync"/> has returned for survives the end of the process. A message is delivered again until it is
/// settled, so the work on it must be repeatable. Instances are safe for use from several threads.
/// </remarks>
public interface IInbox : IAsyncDisposable
{
    /// <summary>Stores an article for processing; one that is known already takes its turn again with the given text.</summary>
    Task ReceiveAsync(Article article, string origin, CancellationToken cancellationToken);

    /// <summary>The messages as they fall due, in order of reception; ends once <paramref name="until"/> has completed and nothing waits or is being worked on.</summary>
    IAsyncEnumerable<InboxMessage> TakeAsync(Task until, CancellationToken cancellationToken);

    /// <summary>Records how the work on a taken message ended.</summary>
    Task SettleAsync(InboxMessage message, Outcome outcome, CancellationToken cancellationToken);

    /// <summary>The ledger.</summary>
    Task<InboxStatus> StatusAsync(CancellationToken cancellationToken);

    /// <summary>Gives everything that was given up another set of attempts; the number of articles.</summary>
    Task<int> RetryAsync(CancellationToken cancellationToken);

    /// <summary>Takes an article out of the ledger; false where it is unknown.</summary>
    Task<bool> ForgetAsync(string articleId, CancellationToken cancellationToken);
}
