using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Graph.Embedded.Bolt.Authentication;
using Graph.Embedded.Bolt.Connections;
using Graph.Embedded.Bolt.Sessions;
using Graph.Embedded.Bolt.Transport;

namespace Graph.Embedded.Bolt;

/// <summary>Serves a database to Neo4j drivers and Neo4j Browser: Bolt 5.0 to 5.4 and 4.4 over TCP or WebSocket, on one port, with TLS or without.</summary>
/// <remarks>The database stays the caller's, and is to be disposed after the server.</remarks>
public sealed class BoltServer : IAsyncDisposable
{
    private static readonly TimeSpan CheckInterval = TimeSpan.FromSeconds(1);

    /// <summary>Time for sessions to notice that what they ran was stopped.</summary>
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(1);

    private readonly Socket _listener;
    private readonly BoltServerOptions _options;
    private readonly TimeProvider _time;
    private readonly WorkerScheduler _scheduler;
    private readonly ConnectionRegistry _registry;
    private readonly ConnectionServices _services;
    private readonly ITimer _check;
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _accepting;
    private readonly Lazy<Task> _stopped;

    private BoltServer(Socket listener, EmbeddedDatabase database, BoltServerOptions options, TimeProvider time)
    {
        (_listener, _options, _time) = (listener, options, time);
        EndPoint = (IPEndPoint)listener.LocalEndPoint!;
        _scheduler = new WorkerScheduler(options.MaxConnections);
        _registry = new ConnectionRegistry(options.MaxConnections);
        _services = new ConnectionServices(
            new SessionContext(database, options, new Authenticator(options, time), time), _scheduler,
            new HttpGateway(new OriginPolicy(options.AllowedOrigins, options.HasPassword), Discover));
        _check = time.CreateTimer(_ => CheckTime(), null, CheckInterval, CheckInterval);
        _stopped = new Lazy<Task>(StopOnceAsync);
        database.Announce(new ServerInfo(options.AdvertisedAddress ?? EndPoint.ToString(), options.HasPassword) { Activity = _services.Sessions.Activity });
        _accepting = AcceptAsync();
    }

    /// <summary>The address listened at, with the port that was free where 0 was asked for.</summary>
    public IPEndPoint EndPoint { get; }

    /// <summary>Address for drivers, such as <c>bolt://127.0.0.1:7687</c>, or <c>bolt+ssc://</c> with a certificate of its own signature.</summary>
    public string Address => $"bolt{SchemeSuffix}://{_options.AdvertisedAddress ?? EndPoint.ToString()}";

    private string SchemeSuffix => _options.Tls switch
    {
        { IsRequired: true, IsSelfSigned: true } => "+ssc",
        { IsRequired: true } => "+s",
        _ => "",
    };

    /// <summary>Starts to listen.</summary>
    /// <exception cref="BoltConfigurationException">The options are wrong, or their address cannot be listened at.</exception>
    public static Task<BoltServer> StartAsync(
        EmbeddedDatabase database, BoltServerOptions options, TimeProvider? time = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(options);
        cancellationToken.ThrowIfCancellationRequested();
        var faults = options.Faults();
        return faults.Count > 0
            ? throw new BoltConfigurationException(faults)
            : Task.FromResult(new BoltServer(Listen(options.Listen), database, options, time ?? TimeProvider.System));
    }

    /// <summary>Takes no further connections, lets open transactions end within <see cref="BoltServerOptions.DrainTimeout"/>, then stops and closes what is left.</summary>
    public Task StopAsync() => _stopped.Value;

    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        _stopping.Dispose();
        _listener.Dispose();
        await _check.DisposeAsync().ConfigureAwait(false);
        _scheduler.Dispose();
    }

    private static Socket Listen(IPEndPoint address)
    {
        var listener = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            listener.Bind(address);
            listener.Listen();
            return listener;
        }
        catch (SocketException exception)
        {
            listener.Dispose();
            throw new BoltConfigurationException(
                [$"Listen {address} cannot be listened at: {exception.Message}. Choose another port, or 0 for a free one."], exception);
        }
    }

    private async Task AcceptAsync()
    {
        for (var number = 1L; !_stopping.IsCancellationRequested; number++)
        {
            try
            {
                var socket = await _listener.AcceptAsync(_stopping.Token).ConfigureAwait(false);
                if (!_registry.HasRoom)
                {
                    socket.Dispose();
                    continue;
                }

                socket.NoDelay = true;
                var id = string.Create(CultureInfo.InvariantCulture, $"bolt-{number}");
                _registry.Run(new Connection(socket, id, _services));
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (SocketException)
            {
                // The client is gone already, or the process is out of handles; the next may do better.
                await Task.Delay(CheckInterval / 10, _time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private void CheckTime()
    {
        foreach (var connection in _registry.Connections)
        {
            try
            {
                connection.CheckTime();
            }
            catch (ObjectDisposedException)
            {
                // It ended in the meantime.
            }
        }
    }

    private async Task StopOnceAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _accepting.ConfigureAwait(false);
        _listener.Close();
        await EndAllAsync(connection => connection.Drain(), _options.DrainTimeout).ConfigureAwait(false);
        await EndAllAsync(connection => connection.Stop(), StopTime).ConfigureAwait(false);
        await EndAllAsync(connection => connection.Abort(), StopTime).ConfigureAwait(false);
    }

    private async Task EndAllAsync(Action<Connection> end, TimeSpan patience)
    {
        foreach (var connection in _registry.Connections)
        {
            end(connection);
        }

        try
        {
            await _registry.AllEnded.WaitAsync(patience, _time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // The next, harder way ends them.
        }
    }

    private Discovery Discover(string host)
    {
        var address = Uri.TryCreate($"bolt://{host}", UriKind.Absolute, out var uri) && uri.Authority == host && host.Length > 0
            ? host
            : _options.AdvertisedAddress ?? EndPoint.ToString();
        return new Discovery($"bolt{SchemeSuffix}://{address}", $"neo4j{SchemeSuffix}://{address}", CompatibleServer.Version, CompatibleServer.Edition);
    }
}
