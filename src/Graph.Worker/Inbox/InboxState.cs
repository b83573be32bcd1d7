namespace Graph.Worker.Inbox;

/// <summary>Where an article stands in the ledger; the names in lower case are the values on disk.</summary>
public enum InboxState
{
    /// <summary>Waiting for its turn, or for another try.</summary>
    Received,

    /// <summary>Being worked on by the process that owns the inbox.</summary>
    Taken,

    /// <summary>In the graph.</summary>
    Done,

    /// <summary>Given up, with a reason.</summary>
    Dead,
}
