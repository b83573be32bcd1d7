using Microsoft.Extensions.Time.Testing;

namespace Graph.Embedded.Tests.Bolt.Sessions;

public sealed class CancellationTests
{
    private const string Terminated = "Neo.ClientError.Transaction.Terminated";

    [Fact]
    public async Task RESET_stops_the_statement_that_runs_and_overtakes_what_waits()
    {
        await using var fixture = await BoltFixture.StartAsync();
        await using var client = await fixture.LogInAsync();
        await client.SayAsync("RUN \"WAIT\" {} {}", "PULL {n: -1}", "RUN \"ROWS 1\" {} {}");
        await fixture.Database.Waiting.WaitAsync(TestContext.Current.CancellationToken);

        await client.SayAsync("RESET", "RUN \"ROWS 1\" {} {}", "PULL {n: -1}");

        Assert.StartsWith("SUCCESS {t_first", await client.HearAsync(), StringComparison.Ordinal);
        Assert.Contains(Terminated, await client.HearAsync(), StringComparison.Ordinal);
        Assert.Equal("IGNORED", await client.HearAsync());
        Assert.Equal("SUCCESS {}", await client.HearAsync());
        Assert.StartsWith("SUCCESS {t_first", await client.HearAsync(), StringComparison.Ordinal);
        Assert.Equal("RECORD [1]", await client.HearAsync());
    }

    [Fact]
    public async Task RESET_stops_a_writer_that_waits_for_another()
    {
        await using var fixture = await BoltFixture.StartAsync();
        await using var first = await fixture.LogInAsync();
        await using var second = await fixture.LogInAsync();
        await first.SayAsync("BEGIN {}");
        await first.HearAsync();

        await second.SayAsync("BEGIN {}");
        await second.SayAsync("RESET");

        // Whether the RESET comes in before the BEGIN is begun decides between the two.
        var answer = await second.HearAsync();
        Assert.True(answer == "IGNORED" || answer.Contains(Terminated, StringComparison.Ordinal), answer);
        Assert.Equal("SUCCESS {}", await second.HearAsync());
        await first.SayAsync("COMMIT");
        Assert.StartsWith("SUCCESS {bookmark", await first.HearAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_leaves_stops_its_statement()
    {
        await using var fixture = await BoltFixture.StartAsync();
        await using (var client = await fixture.LogInAsync())
        {
            await client.SayAsync("RUN \"WAIT\" {} {}", "PULL {n: -1}");
            await fixture.Database.Waiting.WaitAsync(TestContext.Current.CancellationToken);
        }

        Assert.True(await fixture.Database.RolledBack.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("{tx_timeout: 1500}", 0, "Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration")]
    [InlineData("{}", 1500, "Neo.ClientError.Transaction.TransactionTimedOut")]
    public async Task A_statement_ends_when_its_time_is_over(string settings, int serverMilliseconds, string code)
    {
        var time = new FakeTimeProvider();
        var options = BoltFixture.Options with { TransactionTimeout = TimeSpan.FromMilliseconds(serverMilliseconds) };
        await using var fixture = await BoltFixture.StartAsync(options, time);
        await using var client = await fixture.LogInAsync();
        await client.SayAsync($"RUN \"WAIT\" {{}} {settings}", "PULL {n: -1}");
        await fixture.Database.Waiting.WaitAsync(TestContext.Current.CancellationToken);

        time.Advance(TimeSpan.FromMilliseconds(1500));

        await client.HearAsync();
        Assert.Contains(code + "\"", await client.HearAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transaction_whose_time_is_over_is_rolled_back_while_its_client_is_silent()
    {
        var time = new FakeTimeProvider();
        await using var fixture = await BoltFixture.StartAsync(time: time);
        await using var client = await fixture.LogInAsync();
        await client.SayAsync("BEGIN {tx_timeout: 2000}");
        await client.HearAsync();

        time.Advance(TimeSpan.FromSeconds(2));
        await fixture.Database.RolledBack.WaitAsync(TestContext.Current.CancellationToken);

        await client.SayAsync("COMMIT");
        Assert.Contains("TransactionTimedOutClientConfiguration", await client.HearAsync(), StringComparison.Ordinal);
        await client.SayAsync("RESET", "BEGIN {}");
        Assert.Equal("SUCCESS {}", await client.HearAsync());
        Assert.Equal("SUCCESS {}", await client.HearAsync());
    }

    [Fact]
    public async Task A_transaction_left_open_is_rolled_back_so_that_others_can_write()
    {
        var time = new FakeTimeProvider();
        await using var fixture = await BoltFixture.StartAsync(BoltFixture.Options with { TransactionIdleTimeout = TimeSpan.FromMinutes(1) }, time);
        await using var sleeper = await fixture.LogInAsync();
        await sleeper.SayAsync("BEGIN {}");
        await sleeper.HearAsync();

        time.Advance(TimeSpan.FromSeconds(62));
        await fixture.Database.RolledBack.WaitAsync(TestContext.Current.CancellationToken);

        await using var other = await fixture.LogInAsync();
        await other.SayAsync("RUN \"CREATE\" {} {}", "PULL {n: -1}");
        await other.HearAsync();
        Assert.Contains("nodes-created", await other.HearAsync(), StringComparison.Ordinal);
        await sleeper.SayAsync("RUN \"ROWS 1\" {} {}");
        Assert.Contains("Neo.ClientError.Transaction.TransactionTimedOut\"", await sleeper.HearAsync(), StringComparison.Ordinal);
    }
}
