using System.Net;
using Graph.Embedded.Bolt;

namespace Graph.Embedded.Tests.Bolt.Drivers;

/// <summary>The official JavaScript driver against a server of the engine: <c>session.mjs</c> is what it does.</summary>
public sealed class JavaScriptDriverTests
{
    [Theory]
    [InlineData(5, "tcp", "")]
    [InlineData(5, "websocket", "secret")]
    [InlineData(6, "tcp", "secret")]
    [InlineData(6, "websocket", "")]
    public async Task The_driver_passes_its_session(int major, string channel, string password)
    {
        var folder = await JavaScriptDriver.InstallAsync(major);
        var options = new BoltServerOptions { Listen = new IPEndPoint(IPAddress.Loopback, 0), Password = password };
        using var database = EmbeddedDatabase.InMemory();
        await using var server = await BoltServer.StartAsync(database, options, cancellationToken: TestContext.Current.CancellationToken);

        var script = Path.Combine(AppContext.BaseDirectory, "Bolt", "Drivers", "session.mjs");
        var (exitCode, output) = await JavaScriptDriver.RunAsync("node", folder, script, folder, channel, server.Address, "neo4j", password);

        Assert.True(exitCode == 0, output);
    }
}
