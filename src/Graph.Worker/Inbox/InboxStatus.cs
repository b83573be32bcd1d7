namespace Graph.Worker.Inbox;

/// <summary>The ledger in numbers, and everything that was given up.</summary>
/// <param name="Counts">Articles by state; every state is present.</param>
/// <param name="Dead">The articles given up, in order of reception.</param>
public sealed record InboxStatus(IReadOnlyDictionary<InboxState, int> Counts, IReadOnlyList<LedgerEntry> Dead)
{
    /// <summary>Articles that are not settled.</summary>
    public int Waiting => Counts[InboxState.Received] + Counts[InboxState.Taken];
}
