namespace Graph.Embedded.Bolt.Sessions;

/// <summary>Why a transaction was stopped from outside.</summary>
internal enum StopReason
{
    None,

    /// <summary>The client sent RESET.</summary>
    Reset,

    /// <summary>A user ended it by TERMINATE TRANSACTIONS.</summary>
    Terminated,

    /// <summary>The client is gone.</summary>
    Disconnected,

    /// <summary>The time that the client set is over.</summary>
    ClientTimeout,

    /// <summary>The time that the server allows is over.</summary>
    ServerTimeout,

    /// <summary>The client left the transaction open without a message for too long.</summary>
    Idle,

    /// <summary>The server stops.</summary>
    Shutdown,
}
