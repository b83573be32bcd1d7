using Graph.Embedded;
using Graph.Store.Port;
using Graph.Worker.Configuration;
using Graph.Worker.Databases;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Graph.Worker.Tests.Databases;

public sealed class BoltListenerTests
{
    [Theory]
    [InlineData("127.0.0.1:0", null, false, "bolt://127.0.0.1:")]
    [InlineData("localhost:0", "secret", true, "bolt+ssc://127.0.0.1:")]
    [InlineData("off", null, false, null)]
    public async Task It_listens_as_the_options_say(string listen, string? password, bool selfSigned, string? address)
    {
        await using var services = Services(new BoltOptions { Listen = listen, Password = password, SelfSigned = selfSigned });
        await using var listener = await BoltListener.StartAsync(services, TestContext.Current.CancellationToken);

        if (address is null)
        {
            Assert.Null(listener.Address);
        }
        else
        {
            Assert.StartsWith(address, listener.Address, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_address_that_others_reach_needs_a_password()
    {
        await using var services = Services(new BoltOptions { Listen = "0.0.0.0:0" });

        var refusal = await Assert.ThrowsAsync<ConfigurationException>(() => BoltListener.StartAsync(services, TestContext.Current.CancellationToken));

        Assert.Contains("Graph:Bolt: Listen 0.0.0.0:0 is reached by other machines", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.pem")]
    [InlineData("missing.pfx")]
    public async Task A_certificate_that_is_missing_is_named(string path)
    {
        await using var services = Services(new BoltOptions { Listen = "127.0.0.1:0", Certificate = path });

        var refusal = await Assert.ThrowsAsync<ConfigurationException>(() => BoltListener.StartAsync(services, TestContext.Current.CancellationToken));

        Assert.Contains($"Graph:Bolt: The certificate {path} cannot be read", refusal.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(BoltOptions options) => new ServiceCollection()
        .AddSingleton(TimeProvider.System)
        .AddSingleton(Options.Create(options))
        .AddSingleton(Options.Create(new DatabaseOptions { Uri = "embedded:memory" }))
        .AddSingleton<IDatabaseOpener, MemoryOpener>()
        .AddSingleton<DatabaseConnection>()
        .BuildServiceProvider();

    private sealed class MemoryOpener : IDatabaseOpener
    {
        public Task<ICypherDatabase> OpenAsync(DatabaseOptions options, CancellationToken cancellationToken) =>
            Task.FromResult<ICypherDatabase>(new EmbeddedCypherDatabase(EmbeddedDatabase.InMemory(), "in memory"));
    }
}
