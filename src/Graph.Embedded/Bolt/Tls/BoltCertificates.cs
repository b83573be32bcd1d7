using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Graph.Embedded.Bolt.Tls;

/// <summary>Loads or makes the certificate of a Bolt server.</summary>
public static class BoltCertificates
{
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromDays(1);

    /// <summary>Certificate, then its intermediates, and the private key, in PEM files.</summary>
    /// <param name="keyPath">The key's file; the certificate's own where it holds both.</param>
    /// <param name="keyPassword">For an encrypted key.</param>
    /// <exception cref="BoltConfigurationException">A file is missing or holds something else.</exception>
    public static BoltTlsOptions FromPem(string certificatePath, string? keyPath = null, string? keyPassword = null) =>
        Load(keyPath is null ? certificatePath : $"{certificatePath} with {keyPath}", () =>
        {
            using var pem = keyPassword is null
                ? X509Certificate2.CreateFromPemFile(certificatePath, keyPath)
                : X509Certificate2.CreateFromEncryptedPemFile(certificatePath, keyPassword, keyPath);
            var chain = new X509Certificate2Collection();
            chain.ImportFromPemFile(certificatePath);
            return new BoltTlsOptions(Portable(pem), chain);
        });

    /// <summary>Certificate, private key and intermediates in a PKCS#12 file (<c>.pfx</c>, <c>.p12</c>).</summary>
    /// <exception cref="BoltConfigurationException">The file is missing, holds something else, or the password is wrong.</exception>
    public static BoltTlsOptions FromPfx(string path, string? password = null) => Load(path, () =>
    {
        var all = X509CertificateLoader.LoadPkcs12CollectionFromFile(path, password);
        var own = all.FirstOrDefault(certificate => certificate.HasPrivateKey)
            ?? throw new CryptographicException("It holds no private key.");
        return new BoltTlsOptions(own, all);
    });

    /// <summary>A certificate of its own signature, which clients must be told to trust (<c>bolt+ssc://</c>).</summary>
    /// <param name="hosts">Names and addresses that it is for.</param>
    /// <param name="lifetime">From the time of <paramref name="time"/> on.</param>
    public static BoltTlsOptions SelfSigned(IReadOnlyList<string> hosts, TimeSpan lifetime, TimeProvider time)
    {
        ArgumentOutOfRangeException.ThrowIfZero(hosts.Count);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={hosts[0]}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in hosts)
        {
            if (IPAddress.TryParse(host, out var address))
            {
                names.AddIpAddress(address);
            }
            else
            {
                names.AddDnsName(host);
            }
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        var now = time.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now - ClockTolerance, now + lifetime);
        return new BoltTlsOptions(Portable(certificate));
    }

    private static BoltTlsOptions Load(string place, Func<BoltTlsOptions> load)
    {
        try
        {
            return load();
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BoltConfigurationException(
                [$"The certificate {place} cannot be read: {exception.Message} Give a PEM file with its key, or a PFX file with its password."], exception);
        }
    }

    /// <summary>Windows refuses keys that live in memory only; through PKCS#12 they become ordinary ones.</summary>
    private static X509Certificate2 Portable(X509Certificate2 certificate) =>
        X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
}
