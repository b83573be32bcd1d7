using System.Net;
using Graph.Embedded.Bolt;
using Graph.Embedded.Bolt.Tls;
using Graph.Worker.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Graph.Worker.Databases;

/// <summary>The Bolt server of the embedded engine, where there is one.</summary>
internal sealed class BoltListener : IAsyncDisposable
{
    /// <summary>A certificate made at start serves until the next; this is longer than any run.</summary>
    private static readonly TimeSpan SelfSignedLifetime = TimeSpan.FromDays(3650);

    private readonly BoltServer? server;

    private BoltListener(BoltServer? server) => this.server = server;

    /// <summary><c>bolt://127.0.0.1:7687</c>; null where nothing listens.</summary>
    public string? Address => server?.Address;

    /// <summary>Starts to listen, unless the graph is on a server or <c>Graph:Bolt:Listen</c> is off.</summary>
    /// <exception cref="ConfigurationException">The options are wrong, or the address cannot be listened at.</exception>
    public static async Task<BoltListener> StartAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var database = await services.GetRequiredService<DatabaseConnection>().OpenAsync(cancellationToken).ConfigureAwait(false);
        var options = services.GetRequiredService<IOptions<BoltOptions>>().Value;
        if (database is not EmbeddedCypherDatabase embedded || options.EndPoint is not { } address)
        {
            return new BoltListener(null);
        }

        try
        {
            var time = services.GetRequiredService<TimeProvider>();
            var serverOptions = new BoltServerOptions { Listen = address, Password = options.Password, Tls = TlsOf(options, address, time) };
            return new BoltListener(await BoltServer.StartAsync(embedded.Engine, serverOptions, time, cancellationToken).ConfigureAwait(false));
        }
        catch (BoltConfigurationException exception)
        {
            throw new ConfigurationException([.. exception.Faults.Select(fault => $"Graph:Bolt: {fault}")]);
        }
    }

    public ValueTask DisposeAsync() => server is null ? ValueTask.CompletedTask : server.DisposeAsync();

    private static BoltTlsOptions? TlsOf(BoltOptions options, IPEndPoint address, TimeProvider time) => options switch
    {
        { Certificate: { Length: > 0 } path } => Path.GetExtension(path).ToUpperInvariant() is ".PFX" or ".P12"
            ? BoltCertificates.FromPfx(path, options.CertificatePassword)
            : BoltCertificates.FromPem(path, options.CertificateKey, options.CertificatePassword),
        { SelfSigned: true } => BoltCertificates.SelfSigned(["localhost", Dns.GetHostName(), address.Address.ToString()], SelfSignedLifetime, time),
        _ => null,
    };
}
