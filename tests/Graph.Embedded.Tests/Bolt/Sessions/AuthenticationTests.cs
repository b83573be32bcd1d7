using System.Net;
using Graph.Embedded.Bolt;
using Graph.Embedded.Tests.Bolt.Wire;
using Microsoft.Extensions.Time.Testing;

namespace Graph.Embedded.Tests.Bolt.Sessions;

public sealed class AuthenticationTests
{
    private const string Right = "LOGON {scheme: \"basic\", principal: \"neo4j\", credentials: \"secret\"}";
    private const string Wrong = "LOGON {scheme: \"basic\", principal: \"neo4j\", credentials: \"guess\"}";

    private static readonly BoltServerOptions WithPassword = BoltFixture.Options with { Password = "secret" };

    [Fact]
    public async Task The_right_password_opens()
    {
        await using var fixture = await BoltFixture.StartAsync(WithPassword);
        Assert.Equal("SUCCESS {}", await AnswerAsync(fixture, Right));
    }

    [Theory]
    [InlineData(Wrong)]
    [InlineData("LOGON {scheme: \"basic\", principal: \"root\", credentials: \"secret\"}")]
    [InlineData("LOGON {scheme: \"basic\", principal: \"neo4jsecret\", credentials: \"\"}")]
    [InlineData("LOGON {scheme: \"none\"}")]
    [InlineData("LOGON {scheme: \"bearer\", credentials: \"secret\"}")]
    [InlineData("LOGON {scheme: 1, principal: 2, credentials: 3}")]
    [InlineData("LOGON {}")]
    public async Task Anything_else_does_not(string logon)
    {
        await using var fixture = await BoltFixture.StartAsync(WithPassword);
        Assert.StartsWith("FAILURE {code: \"Neo.ClientError.Security.Unauthorized\"", await AnswerAsync(fixture, logon), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LOGON {scheme: \"none\"}")]
    [InlineData("LOGON {scheme: \"basic\", principal: \"\", credentials: \"\"}")]
    [InlineData(Wrong)]
    [InlineData("LOGON {}")]
    public async Task Without_a_password_everything_opens(string logon)
    {
        await using var fixture = await BoltFixture.StartAsync();
        Assert.Equal("SUCCESS {}", await AnswerAsync(fixture, logon));
    }

    [Fact]
    public async Task Nobody_works_without_logging_in()
    {
        await using var fixture = await BoltFixture.StartAsync(WithPassword);
        await using var client = await WireClient.OpenAsync(fixture.Server.EndPoint);
        await client.SayAsync("HELLO {user_agent: \"test/1\"}", "RUN \"ROWS 1\" {} {}");

        await client.HearAsync();
        Assert.StartsWith("FAILURE", await client.HearAsync(), StringComparison.Ordinal);
        await client.ExpectEndAsync();
        Assert.Empty(fixture.Database.Log);
    }

    [Theory]
    [InlineData(5, 0)]
    [InlineData(4, 4)]
    public async Task In_older_versions_HELLO_carries_the_password(byte major, byte minor)
    {
        await using var fixture = await BoltFixture.StartAsync(WithPassword);
        foreach (var (password, answer) in new[] { ("secret", "SUCCESS"), ("guess", "FAILURE") })
        {
            await using var client = await WireClient.OpenAsync(fixture.Server.EndPoint, major, minor);
            await client.SayAsync($"HELLO {{user_agent: \"test/1\", scheme: \"basic\", principal: \"neo4j\", credentials: \"{password}\"}}");
            Assert.StartsWith(answer, await client.HearAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task After_wrong_passwords_in_a_row_the_right_one_has_to_wait()
    {
        var time = new FakeTimeProvider();
        await using var fixture = await BoltFixture.StartAsync(WithPassword, time);
        for (var i = 0; i < 3; i++)
        {
            Assert.Contains("Unauthorized", await AnswerAsync(fixture, Wrong), StringComparison.Ordinal);
        }

        Assert.Contains("AuthenticationRateLimit", await AnswerAsync(fixture, Right), StringComparison.Ordinal);
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("SUCCESS {}", await AnswerAsync(fixture, Right));
        Assert.Contains("Unauthorized", await AnswerAsync(fixture, Wrong), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_others_reach_needs_a_password()
    {
        using var database = new ScriptedDatabase();
        var open = new BoltServerOptions { Listen = new IPEndPoint(IPAddress.Any, 0) };

        var refusal = await Assert.ThrowsAsync<BoltConfigurationException>(
            () => BoltServer.StartAsync(database, open, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal("Listen 0.0.0.0:0 is reached by other machines, but there is no Password: set one, or listen at 127.0.0.1.", Assert.Single(refusal.Faults));
        Assert.Empty((open with { Password = "secret" }).Faults());
        Assert.Empty(new BoltServerOptions { Listen = new IPEndPoint(IPAddress.IPv6Loopback, 0) }.Faults());
        Assert.NotEmpty((open with { Password = "" }).Faults());
    }

    /// <summary>The answer to a LOGON; after a refusal the connection ends.</summary>
    private static async Task<string> AnswerAsync(BoltFixture fixture, string logon)
    {
        await using var client = await WireClient.OpenAsync(fixture.Server.EndPoint);
        await client.SayAsync("HELLO {user_agent: \"test/1\"}", logon);
        await client.HearAsync();
        var answer = await client.HearAsync();
        if (answer.StartsWith("FAILURE", StringComparison.Ordinal))
        {
            await client.ExpectEndAsync();
        }

        return answer;
    }
}
