using Graph.Embedded.Bolt;
using Graph.Worker.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Graph.Worker.Databases;

/// <summary>The Bolt server of the embedded engine, where there is one.</summary>
internal sealed class BoltListener : IAsyncDisposable
{
    private readonly BoltServer? server;

    private BoltListener(BoltServer? server) => this.server = server;

    /// <summary><c>bolt://127.0.0.1:7687</c>; null where nothing listens.</summary>
    public string? Address => server?.Address;

    /// <summary>Starts to listen, unless the graph is on a server or <c>Graph:Bolt:Listen</c> is off.</summary>
    /// <exception cref="ConfigurationException">The address cannot be listened at.</exception>
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
            return new BoltListener(await BoltServer.StartAsync(
                embedded.Engine, new BoltServerOptions { Listen = address }, services.GetRequiredService<TimeProvider>(), cancellationToken).ConfigureAwait(false));
        }
        catch (BoltConfigurationException exception)
        {
            throw new ConfigurationException([.. exception.Faults.Select(fault => $"Graph:Bolt: {fault}")]);
        }
    }

    public ValueTask DisposeAsync() => server is null ? ValueTask.CompletedTask : server.DisposeAsync();
}
