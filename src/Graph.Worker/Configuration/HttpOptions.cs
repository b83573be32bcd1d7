using System.ComponentModel.DataAnnotations;

namespace Graph.Worker.Configuration;

/// <summary>Explorer and API; section <c>Graph:Http</c>.</summary>
public sealed class HttpOptions
{
    /// <summary>Address to listen at. The default is <c>http://127.0.0.1:5080</c>; port 0 takes a free one.</summary>
    public string Url { get; set; } = "http://127.0.0.1:5080";

    /// <summary>Largest request body in bytes. 1 KiB to 64 MiB; the default is 4 MiB.</summary>
    [Range(1024, 64 << 20)]
    public int MaximumBodyBytes { get; set; } = 4 << 20;

    /// <summary>Seconds after which a query of the API is stopped. 1 to 600; the default is 30.</summary>
    [Range(1, 600)]
    public int QuerySeconds { get; set; } = 30;

    /// <summary>Most rows the API gives for one query. 1 to 1,000,000; the default is 10,000.</summary>
    [Range(1, 1_000_000)]
    public int MaximumRows { get; set; } = 10_000;
}
