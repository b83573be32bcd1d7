namespace Graph.Embedded;

/// <summary>How much one statement may take.</summary>
public sealed record QueryLimits
{
    /// <summary>Longest run, from its start to its last row; null for none. The default is none.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>Most memory for rows and values held back, approximate. The default is 2 GiB.</summary>
    public long MemoryBytes { get; init; } = 2L * 1024 * 1024 * 1024;
}
