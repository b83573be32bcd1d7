namespace Graph.Embedded.Bolt.Sessions;

/// <summary>Where a session stands; says which messages it takes.</summary>
internal enum SessionState
{
    /// <summary>Waits for HELLO.</summary>
    Negotiation,

    /// <summary>Waits for LOGON.</summary>
    Authentication,

    /// <summary>Waits for work.</summary>
    Ready,

    /// <summary>Rows of an auto-commit statement wait to be fetched.</summary>
    Streaming,

    /// <summary>A transaction is open, none of its results.</summary>
    TransactionReady,

    /// <summary>A transaction is open and so are results of it.</summary>
    TransactionStreaming,

    /// <summary>A message failed: everything but RESET and GOODBYE is ignored.</summary>
    Failed,

    /// <summary>The connection is to be closed.</summary>
    Defunct,
}
