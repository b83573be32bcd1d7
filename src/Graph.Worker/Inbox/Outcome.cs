namespace Graph.Worker.Inbox;

/// <summary>How the work on one message ended.</summary>
public abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>The article is in the graph.</summary>
    public sealed record Processed : Outcome;

    /// <summary>A passing failure: try again, at the earliest after the given time.</summary>
    /// <param name="After">Time to wait.</param>
    /// <param name="Reason">What went wrong this time.</param>
    public sealed record Retry(TimeSpan After, string Reason) : Outcome;

    /// <summary>Trying again as it is cannot help; a person decides.</summary>
    /// <param name="Code">Stable code, one of <see cref="DeadLetterCodes"/>.</param>
    /// <param name="Reason">What went wrong.</param>
    public sealed record DeadLetter(string Code, string Reason) : Outcome;
}
