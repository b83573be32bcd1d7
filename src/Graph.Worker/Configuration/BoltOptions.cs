using System.Net;

namespace Graph.Worker.Configuration;

/// <summary>Bolt server of the embedded engine; section <c>Graph:Bolt</c>.</summary>
public sealed class BoltOptions
{
    /// <summary>Turns the server off.</summary>
    public const string Off = "off";

    /// <summary>Address and port, or <c>off</c>. The default is <c>127.0.0.1:7687</c>; port 0 takes a free one.</summary>
    public string Listen { get; set; } = "127.0.0.1:7687";

    /// <summary>The address to listen at; null when off or when <see cref="Listen"/> is neither.</summary>
    public IPEndPoint? EndPoint => IPEndPoint.TryParse(Listen.Replace("localhost", "127.0.0.1", StringComparison.OrdinalIgnoreCase), out var address) ? address : null;
}
