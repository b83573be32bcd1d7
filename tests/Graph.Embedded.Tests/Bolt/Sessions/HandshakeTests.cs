using Graph.Embedded.Tests.Bolt.Wire;

namespace Graph.Embedded.Tests.Bolt.Sessions;

public sealed class HandshakeTests
{
    [Theory]
    [InlineData("00000405 00000000 00000000 00000000", "00000405", "exactly 5.4")]
    [InlineData("00030305 00020404 00000104 00000003", "00000305", "as Browser offers: 5.3 to 5.0, 4.4 to 4.2, 4.1, 3")]
    [InlineData("00080805 00020404 00000000 00000000", "00000405", "a newer client: 5.8 to 5.0")]
    [InlineData("00030805 00020404 00000104 00000003", "00000404", "5.8 to 5.5 only, and 4.4")]
    [InlineData("00000005 00000404 00000000 00000000", "00000005", "the first proposal counts, 5.0 before 4.4")]
    [InlineData("00000404 00040405 00000000 00000000", "00000404", "the first proposal counts, 4.4 before 5.4")]
    [InlineData("00000304 00000003 00000000 00000000", "00000000", "only older ones")]
    [InlineData("00000006 00000000 00000000 00000000", "00000000", "only a newer one")]
    [InlineData("00FF0405 00000000 00000000 00000000", "00000405", "a range beyond zero")]
    public async Task The_highest_version_of_the_first_proposal_known_is_agreed(string proposals, string answer, string what)
    {
        Assert.NotEmpty(what);
        await using var fixture = await BoltFixture.StartAsync();
        await using var client = await WireClient.ConnectAsync(fixture.Server.EndPoint);

        await client.SendAsync([.. WireClient.Magic, .. Bytes(proposals)]);

        Assert.Equal(Bytes(answer), await client.ReceiveAsync(4));
        if (answer == "00000000")
        {
            await client.ExpectEndAsync();
        }
    }

    [Theory]
    [InlineData("00000405", "5.4")]
    [InlineData("00000105", "5.1")]
    [InlineData("00000404", "4.4")]
    public async Task By_manifest_the_client_chooses(string choice, string version)
    {
        Assert.NotEmpty(version);
        await using var fixture = await BoltFixture.StartAsync();
        await using var client = await ManifestAsync(fixture);

        await client.SendAsync([.. Bytes(choice), 0]);
        await client.SayAsync("HELLO {user_agent: \"test/1\", scheme: \"none\"}");

        Assert.StartsWith("SUCCESS {server: \"Neo4j/5.26.0\"", await client.HearAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0000050500", "a version not offered")]
    [InlineData("0004040500", "a range")]
    [InlineData("0000040501", "a capability not offered")]
    [InlineData("0000000000", "none")]
    public async Task A_choice_that_was_not_offered_ends_the_connection(string choice, string what)
    {
        Assert.NotEmpty(what);
        await using var fixture = await BoltFixture.StartAsync();
        await using var client = await ManifestAsync(fixture);

        await client.SendAsync(Bytes(choice));

        await client.ExpectEndAsync();
    }

    [Theory]
    [InlineData("6060B018", "another magic number")]
    [InlineData("00000000", "zeros")]
    [InlineData("1603010200", "TLS where there is none")]
    public async Task Anything_else_ends_the_connection(string opening, string what)
    {
        Assert.NotEmpty(what);
        await using var fixture = await BoltFixture.StartAsync();
        await using (var client = await WireClient.ConnectAsync(fixture.Server.EndPoint))
        {
            await client.SendAsync([.. Bytes(opening), .. new byte[16]]);
            await client.ExpectEndAsync();
        }

        await using var next = await fixture.LogInAsync();
    }

    private static async Task<WireClient> ManifestAsync(BoltFixture fixture)
    {
        var client = await WireClient.ConnectAsync(fixture.Server.EndPoint);
        await client.SendAsync([.. WireClient.Magic, .. Bytes("000001FF 00080805 00020404 00000003")]);

        // The manifest: two ranges, 5.4 to 5.0 and 4.4, and no capability.
        Assert.Equal(Bytes("000001FF 02 00040405 00000404 00"), await client.ReceiveAsync(14));
        return client;
    }

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
}
