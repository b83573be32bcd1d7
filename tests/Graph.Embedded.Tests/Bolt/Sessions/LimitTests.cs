using Graph.Embedded.Tests.Bolt.Wire;
using Microsoft.Extensions.Time.Testing;

namespace Graph.Embedded.Tests.Bolt.Sessions;

public sealed class LimitTests
{
    [Fact]
    public async Task A_message_longer_than_allowed_is_refused_and_ends_the_connection()
    {
        await using var fixture = await BoltFixture.StartAsync(BoltFixture.Options with { MaxMessageBytes = 1 << 16 });
        await using var client = await fixture.LogInAsync();

        await client.SayAsync($"RUN \"{new string('x', 1 << 16)}\" {{}} {{}}");

        Assert.Contains("A message is longer than the 65536 bytes", await client.HearAsync(), StringComparison.Ordinal);
        await client.ExpectEndAsync();
    }

    [Fact]
    public async Task Before_log_in_messages_must_be_short()
    {
        await using var fixture = await BoltFixture.StartAsync();
        await using var client = await WireClient.OpenAsync(fixture.Server.EndPoint);

        await client.SayAsync($"HELLO {{user_agent: \"{new string('x', 1 << 14)}\"}}");

        Assert.Contains("A message is longer than the 16384 bytes", await client.HearAsync(), StringComparison.Ordinal);
        await client.ExpectEndAsync();
    }

    [Fact]
    public async Task A_long_message_may_come_along_with_the_log_in()
    {
        await using var fixture = await BoltFixture.StartAsync();
        await using var client = await WireClient.OpenAsync(fixture.Server.EndPoint);

        await client.SayAsync("HELLO {user_agent: \"test/1\"}", "LOGON {scheme: \"none\"}", $"RUN \"ECHO\" {{a: \"{new string('x', 1 << 20)}\"}} {{}}");

        Assert.StartsWith("SUCCESS {server", await client.HearAsync(), StringComparison.Ordinal);
        Assert.Equal("SUCCESS {}", await client.HearAsync());
        Assert.StartsWith("SUCCESS {t_first", await client.HearAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connections_beyond_the_limit_are_closed_until_one_ends()
    {
        await using var fixture = await BoltFixture.StartAsync(BoltFixture.Options with { MaxConnections = 1 });
        var first = await fixture.LogInAsync();
        await using (var second = await WireClient.ConnectAsync(fixture.Server.EndPoint))
        {
            await second.ExpectEndAsync();
        }

        await first.SayAsync("GOODBYE");
        await first.ExpectEndAsync();
        await first.DisposeAsync();
        await Eventually.Succeeds(async () => await (await fixture.LogInAsync()).DisposeAsync());
    }

    [Fact]
    public async Task A_client_that_does_not_log_in_in_time_is_closed()
    {
        var time = new FakeTimeProvider();
        await using var fixture = await BoltFixture.StartAsync(time: time);
        await using var silent = await WireClient.ConnectAsync(fixture.Server.EndPoint);
        await using var halfway = await WireClient.OpenAsync(fixture.Server.EndPoint);
        await halfway.SayAsync("HELLO {user_agent: \"test/1\"}");
        await halfway.HearAsync();
        await using var loggedIn = await fixture.LogInAsync();

        time.Advance(TimeSpan.FromSeconds(31));

        await silent.ExpectEndAsync();
        await halfway.ExpectEndAsync();
        await loggedIn.SayAsync("RESET");
        Assert.Equal("SUCCESS {}", await loggedIn.HearAsync());
    }

    [Fact]
    public async Task A_connection_long_idle_is_closed()
    {
        var time = new FakeTimeProvider();
        await using var fixture = await BoltFixture.StartAsync(BoltFixture.Options with { IdleTimeout = TimeSpan.FromMinutes(5) }, time);
        await using var client = await fixture.LogInAsync();

        time.Advance(TimeSpan.FromMinutes(4));
        await client.SayAsync("RESET");
        Assert.Equal("SUCCESS {}", await client.HearAsync());
        time.Advance(TimeSpan.FromMinutes(4));
        await client.SayAsync("RESET");
        Assert.Equal("SUCCESS {}", await client.HearAsync());
        time.Advance(TimeSpan.FromMinutes(6));

        await client.ExpectEndAsync();
    }

    [Fact]
    public async Task A_client_that_waits_long_gets_signs_of_life()
    {
        var time = new FakeTimeProvider();
        await using var fixture = await BoltFixture.StartAsync(time: time);
        await using var client = await fixture.LogInAsync();
        await client.SayAsync("RUN \"WAIT\" {} {}");
        await client.HearAsync();
        await client.SayAsync("PULL {n: -1}");
        await fixture.Database.Waiting.WaitAsync(TestContext.Current.CancellationToken);

        time.Advance(TimeSpan.FromSeconds(31));

        Assert.Equal([0, 0], await client.ReceiveAsync(2));
        await client.SayAsync("RESET");
        Assert.Contains("Terminated", await client.HearAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_messages_than_may_wait_are_answered_all_the_same()
    {
        await using var fixture = await BoltFixture.StartAsync(BoltFixture.Options with { MaxWaitingMessages = 2 });
        await using var client = await fixture.LogInAsync();

        await client.SayAsync([.. Enumerable.Range(0, 50).SelectMany(_ => new[] { "RUN \"ROWS 1\" {} {}", "DISCARD {n: -1}" })]);

        for (var i = 0; i < 100; i++)
        {
            Assert.StartsWith("SUCCESS", await client.HearAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_result_larger_than_any_buffer_comes_whole()
    {
        await using var fixture = await BoltFixture.StartAsync();
        await using var client = await fixture.LogInAsync();

        await client.SayAsync("RUN \"ROWS 50000\" {} {}", "PULL {n: -1}");

        await client.HearAsync();
        for (var i = 1; i <= 50_000; i++)
        {
            Assert.Equal($"RECORD [{i}]", await client.HearAsync());
        }

        Assert.StartsWith("SUCCESS {bookmark", await client.HearAsync(), StringComparison.Ordinal);
    }
}
