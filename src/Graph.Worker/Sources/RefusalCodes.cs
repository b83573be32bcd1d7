namespace Graph.Worker.Sources;

/// <summary>Stable codes of refused sources; scripts and dashboards count by them.</summary>
public static class RefusalCodes
{
    /// <summary>Nothing to read, or no article text in it.</summary>
    public const string Empty = "GRA-S001";

    /// <summary>Not text at all.</summary>
    public const string Binary = "GRA-S002";

    /// <summary>Text in another language.</summary>
    public const string NotEnglish = "GRA-S003";

    /// <summary>Larger than the configured limit.</summary>
    public const string TooLarge = "GRA-S004";

    /// <summary>Its format is broken, or a field has the wrong type.</summary>
    public const string Malformed = "GRA-S005";

    /// <summary>Missing, forbidden or unreachable.</summary>
    public const string Unreadable = "GRA-S006";
}
