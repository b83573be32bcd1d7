using System.Net;

namespace Graph.Worker.Configuration;

/// <summary>Bolt server of the embedded engine; section <c>Graph:Bolt</c>.</summary>
public sealed class BoltOptions
{
    /// <summary>Turns the server off.</summary>
    public const string Off = "off";

    /// <summary>Address and port, or <c>off</c>. The default is <c>127.0.0.1:7687</c>; port 0 takes a free one. An address that other machines reach needs a <see cref="Password"/>.</summary>
    public string Listen { get; set; } = "127.0.0.1:7687";

    /// <summary>Password of the user <c>neo4j</c>. The default is none, which lets everybody on this machine in.</summary>
    public string? Password { get; set; }

    /// <summary>Certificate for TLS: a PFX file (<c>.pfx</c>, <c>.p12</c>) or a PEM file. The default is none, which serves without TLS.</summary>
    public string? Certificate { get; set; }

    /// <summary>Private key of a PEM <see cref="Certificate"/>; the default is in the same file.</summary>
    public string? CertificateKey { get; set; }

    /// <summary>Password of the PFX file or of the key.</summary>
    public string? CertificatePassword { get; set; }

    /// <summary>Makes a certificate at each start where none is given, for <c>bolt+ssc://</c>. The default is false.</summary>
    public bool SelfSigned { get; set; }

    /// <summary>The address to listen at; null when off or when <see cref="Listen"/> is neither.</summary>
    public IPEndPoint? EndPoint => IPEndPoint.TryParse(Listen.Replace("localhost", "127.0.0.1", StringComparison.OrdinalIgnoreCase), out var address) ? address : null;
}
