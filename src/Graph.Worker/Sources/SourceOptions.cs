using System.ComponentModel.DataAnnotations;

namespace Graph.Worker.Sources;

/// <summary>Limits of what is taken in; section <c>Graph:Sources</c>.</summary>
public sealed class SourceOptions
{
    /// <summary>Largest file or download in bytes. 1 KiB to 1 GiB; the default is 256 MiB, room for a large JSON Lines file.</summary>
    [Range(1024, 1 << 30)]
    public int MaximumFileBytes { get; set; } = 256 << 20;

    /// <summary>Longest article in UTF-16 units, title included. 100 to 10,000,000; the default is 500,000, about a long book.</summary>
    [Range(100, 10_000_000)]
    public int MaximumArticleLength { get; set; } = 500_000;

    /// <summary>Seconds to wait for an address. 1 to 600; the default is 30.</summary>
    [Range(1, 600)]
    public int FetchSeconds { get; set; } = 30;
}
