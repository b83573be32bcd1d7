using System.Net.Sockets;
using Graph.Embedded.Bolt;
using Graph.Embedded.Tests.Bolt.Wire;

namespace Graph.Embedded.Tests.Bolt.Sessions;

public sealed class StopTests
{
    [Fact]
    public async Task Idle_connections_are_closed_at_once_and_new_ones_refused()
    {
        await using var fixture = await BoltFixture.StartAsync();
        await using var client = await fixture.LogInAsync();

        await fixture.Server.StopAsync();

        await client.ExpectEndAsync();
        await Assert.ThrowsAsync<SocketException>(() => WireClient.ConnectAsync(fixture.Server.EndPoint));
    }

    [Fact]
    public async Task An_open_transaction_may_end_first()
    {
        await using var fixture = await BoltFixture.StartAsync(BoltFixture.Options with { DrainTimeout = TimeSpan.FromHours(1) });
        await using var client = await fixture.LogInAsync();
        await client.SayAsync("BEGIN {}");
        await client.HearAsync();

        var stopped = fixture.Server.StopAsync();
        await client.SayAsync("RUN \"CREATE\" {} {}", "PULL {n: -1}", "COMMIT");

        await client.HearAsync();
        await client.HearAsync();
        Assert.StartsWith("SUCCESS {bookmark", await client.HearAsync(), StringComparison.Ordinal);
        await client.ExpectEndAsync();
        await stopped;
        Assert.Equal(["begin WriteOnDemand", "commit"], fixture.Database.Log);
    }

    [Fact]
    public async Task A_statement_that_does_not_end_in_time_is_stopped_with_a_code_that_is_retried()
    {
        await using var fixture = await BoltFixture.StartAsync(BoltFixture.Options with { DrainTimeout = TimeSpan.Zero });
        await using var client = await fixture.LogInAsync();
        await client.SayAsync("RUN \"WAIT\" {} {}", "PULL {n: -1}");
        await fixture.Database.Waiting.WaitAsync(TestContext.Current.CancellationToken);

        var stopped = fixture.Server.StopAsync();

        await client.HearAsync();
        Assert.Contains("Neo.TransientError.General.DatabaseUnavailable", await client.HearAsync(), StringComparison.Ordinal);
        await client.ExpectEndAsync();
        await stopped;
    }

    [Fact]
    public async Task A_port_that_is_taken_is_a_fault_of_the_configuration()
    {
        await using var fixture = await BoltFixture.StartAsync();
        var taken = BoltFixture.Options with { Listen = fixture.Server.EndPoint };

        var refusal = await Assert.ThrowsAsync<BoltConfigurationException>(
            () => BoltServer.StartAsync(fixture.Database, taken, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Contains($"Listen {fixture.Server.EndPoint} cannot be listened at", refusal.Message, StringComparison.Ordinal);
    }
}
