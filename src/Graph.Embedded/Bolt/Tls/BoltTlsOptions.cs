using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Graph.Embedded.Bolt.Tls;

/// <summary>The certificate that a Bolt server shows, and whether clients must use TLS.</summary>
/// <remarks>Make one with <see cref="BoltCertificates"/>. TLS 1.2 or 1.3, as the operating system allows; no client certificates.</remarks>
public sealed class BoltTlsOptions
{
    private readonly SslStreamCertificateContext _context;

    /// <param name="certificate">With its private key.</param>
    /// <param name="intermediates">Certificates between it and the root, where the client does not have them.</param>
    /// <exception cref="ArgumentException">The certificate has no private key.</exception>
    public BoltTlsOptions(X509Certificate2 certificate, X509Certificate2Collection? intermediates = null)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        if (!certificate.HasPrivateKey)
        {
            throw new ArgumentException($"The certificate {certificate.Subject} has no private key.", nameof(certificate));
        }

        Certificate = certificate;
        _context = SslStreamCertificateContext.Create(certificate, intermediates, offline: true);
    }

    public X509Certificate2 Certificate { get; }

    /// <summary>Whether connections without TLS are closed. The default is true.</summary>
    public bool IsRequired { get; init; } = true;

    internal bool IsSelfSigned => Certificate.SubjectName.RawData.AsSpan().SequenceEqual(Certificate.IssuerName.RawData);

    internal SslServerAuthenticationOptions ToServerOptions() => new() { ServerCertificateContext = _context };
}
