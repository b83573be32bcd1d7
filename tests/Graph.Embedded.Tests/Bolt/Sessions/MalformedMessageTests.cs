using Graph.Embedded.Tests.Bolt.Wire;

namespace Graph.Embedded.Tests.Bolt.Sessions;

public sealed class MalformedMessageTests
{
    [Theory]
    [InlineData("01", "no structure")]
    [InlineData("B0", "a structure without a tag")]
    [InlineData("B099", "an unknown message")]
    [InlineData("B010", "RUN without fields")]
    [InlineData("B310", "RUN cut short")]
    [InlineData("B3108141A0A000", "RUN and a byte")]
    [InlineData("B31001A0A0", "RUN of a number")]
    [InlineData("B310814101A0", "RUN with a number as parameters")]
    [InlineData("B3108141A0A1814181FF", "RUN with text that is no UTF-8")]
    [InlineData("B13F01", "PULL of a number")]
    public async Task A_message_that_is_none_is_answered_and_ends_the_connection(string hex, string what)
    {
        Assert.NotEmpty(what);
        await using var fixture = await BoltFixture.StartAsync();
        await using (var client = await fixture.LogInAsync())
        {
            await client.SendAsync(WireCodec.Chunk(Convert.FromHexString(hex)));

            Assert.StartsWith("FAILURE {code: \"Neo.ClientError.Request.Invalid\"", await client.HearAsync(), StringComparison.Ordinal);
            await client.ExpectEndAsync();
        }

        await using var next = await fixture.LogInAsync();
    }

    [Fact]
    public async Task It_ends_the_connection_also_after_a_failure_and_rolls_back()
    {
        await using var fixture = await BoltFixture.StartAsync();
        await using var client = await fixture.LogInAsync();
        await client.SayAsync("BEGIN {}");
        await client.HearAsync();

        await client.SendAsync(WireCodec.Chunk([0xB0, 0x99]));

        Assert.StartsWith("FAILURE", await client.HearAsync(), StringComparison.Ordinal);
        await client.ExpectEndAsync();
        Assert.Equal(["begin WriteOnDemand", "rollback"], fixture.Database.Log);
    }
}
