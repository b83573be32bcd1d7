namespace Graph.Worker.Inbox;

/// <summary>Stable codes of articles that were given up.</summary>
public static class DeadLetterCodes
{
    /// <summary>The extractor failed on the text: a fault of the program.</summary>
    public const string ExtractionFailed = "GRA-P001";

    /// <summary>The database refused the write.</summary>
    public const string WriteRefused = "GRA-P002";

    /// <summary>Passing failures until the attempts were used up.</summary>
    public const string AttemptsUsedUp = "GRA-P003";

    /// <summary>The process ended several times while it worked on the article.</summary>
    public const string ProcessEnded = "GRA-P004";
}
