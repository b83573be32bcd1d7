using Graph.Embedded.Storage.Schema;

namespace Graph.Embedded.Storage.Log;

/// <summary>A commit on its way to the disk.</summary>
internal sealed class PendingCommit(GraphState state, ChangeLog changes, TokenCounts tokens)
{
    public GraphState State { get; } = state;

    /// <summary>How many tokens the log holds after it.</summary>
    public TokenCounts Tokens { get; } = tokens;

    public ChangeLog Changes { get; } = changes;

    /// <summary>Durable and visible, or failed.</summary>
    public bool IsDone { get; private set; }

    public StorageException? Failure { get; private set; }

    public void Complete(StorageException? failure = null) => (Failure, IsDone) = (failure, true);
}
