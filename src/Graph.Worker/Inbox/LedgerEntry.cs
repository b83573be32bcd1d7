namespace Graph.Worker.Inbox;

/// <summary>One article of the ledger, without its text.</summary>
/// <param name="ArticleId">Identity of the article.</param>
/// <param name="Title">Its title.</param>
/// <param name="Origin">Where it came from.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Code">Code of the last failure; null where there was none.</param>
/// <param name="Reason">The last failure in words; null where there was none.</param>
/// <param name="ReceivedAt">When it was received last.</param>
public sealed record LedgerEntry(
    string ArticleId, string Title, string Origin, InboxState State, int Attempts, string? Code, string? Reason, DateTimeOffset ReceivedAt);
