using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Graph.Embedded.Bolt;
using Graph.Embedded.Bolt.Tls;

namespace Graph.Embedded.Tests.Bolt.Transport;

public sealed class CertificateTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bolt-certificates");
    private readonly X509Certificate2 _certificate =
        BoltCertificates.SelfSigned(["graph.example", "127.0.0.1"], TimeSpan.FromDays(1), TimeProvider.System).Certificate;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_certificate_of_its_own_names_its_hosts()
    {
        Assert.True(_certificate.MatchesHostname("graph.example"));
        Assert.True(_certificate.MatchesHostname("127.0.0.1"));
        Assert.False(_certificate.MatchesHostname("other.example"));
    }

    [Fact]
    public void It_is_read_from_PEM_files()
    {
        var certificate = Write("server.crt", _certificate.ExportCertificatePem());
        var key = Write("server.key", _certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());

        Assert.Equal(_certificate.Thumbprint, BoltCertificates.FromPem(certificate, key).Certificate.Thumbprint);
    }

    [Fact]
    public void It_is_read_from_one_PEM_file_with_an_encrypted_key()
    {
        var parameters = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);
        var both = Write("both.pem", _certificate.ExportCertificatePem() + "\n" + _certificate.GetECDsaPrivateKey()!.ExportEncryptedPkcs8PrivateKeyPem("secret", parameters));

        Assert.True(BoltCertificates.FromPem(both, keyPassword: "secret").Certificate.HasPrivateKey);
    }

    [Fact]
    public void It_is_read_from_a_PFX_file()
    {
        var path = Path.Combine(_folder.FullName, "server.pfx");
        File.WriteAllBytes(path, _certificate.Export(X509ContentType.Pkcs12, "secret"));

        Assert.Equal(_certificate.Thumbprint, BoltCertificates.FromPfx(path, "secret").Certificate.Thumbprint);
        Assert.Throws<BoltConfigurationException>(() => BoltCertificates.FromPfx(path, "guess"));
    }

    [Fact]
    public void A_file_that_is_no_certificate_is_named()
    {
        var path = Write("nonsense.pem", "nonsense");
        var missing = Path.Combine(_folder.FullName, "missing.pem");

        Assert.Contains(path, Assert.Throws<BoltConfigurationException>(() => BoltCertificates.FromPem(path)).Message, StringComparison.Ordinal);
        Assert.Contains(missing, Assert.Throws<BoltConfigurationException>(() => BoltCertificates.FromPem(missing)).Message, StringComparison.Ordinal);
        Assert.Contains(missing, Assert.Throws<BoltConfigurationException>(() => BoltCertificates.FromPfx(missing)).Message, StringComparison.Ordinal);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
