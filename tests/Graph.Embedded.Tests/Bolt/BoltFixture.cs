using System.Net;
using Graph.Embedded.Bolt;
using Graph.Embedded.Tests.Bolt.Wire;

namespace Graph.Embedded.Tests.Bolt;

/// <summary>A server of a <see cref="ScriptedDatabase"/> on a free port of this machine.</summary>
internal sealed class BoltFixture : IAsyncDisposable
{
    private BoltFixture(ScriptedDatabase database, BoltServer server) => (Database, Server) = (database, server);

    public ScriptedDatabase Database { get; }

    public BoltServer Server { get; }

    public static BoltServerOptions Options { get; } = new() { Listen = new IPEndPoint(IPAddress.Loopback, 0) };

    public static async Task<BoltFixture> StartAsync(BoltServerOptions? options = null, TimeProvider? time = null)
    {
        var database = new ScriptedDatabase();
        return new BoltFixture(database, await BoltServer.StartAsync(database, options ?? Options, time, TestContext.Current.CancellationToken));
    }

    public Task<WireClient> LogInAsync() => WireClient.LogInAsync(Server.EndPoint);

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Database.Dispose();
    }
}
