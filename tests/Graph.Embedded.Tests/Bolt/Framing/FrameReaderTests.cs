using Graph.Embedded.Bolt.Framing;
using Graph.Embedded.Bolt.PackStream;
using Graph.Embedded.Tests.Bolt.Wire;

namespace Graph.Embedded.Tests.Bolt.Framing;

public sealed class FrameReaderTests
{
    private static readonly byte[] First = [.. Enumerable.Range(0, 70_000).Select(i => (byte)i)];
    private static readonly byte[] Second = [1, 2, 3];

    /// <summary>Bytes to a chunk, and bytes that one read gives: chunks whole, torn, and many to a read.</summary>
    public static TheoryData<int, int> Cuts => new()
    {
        { 65_535, int.MaxValue }, { 65_535, 1 }, { 1, int.MaxValue }, { 1, 1 }, { 2, 3 }, { 8_190, 8_191 }, { 8_192, 8_192 }, { 1_000, 7 },
    };

    [Theory]
    [MemberData(nameof(Cuts))]
    public async Task Messages_are_joined_however_they_are_cut(int chunkBytes, int readBytes)
    {
        byte[] stream =
        [
            0, 0, .. WireCodec.Chunk(First, chunkBytes), 0, 0, 0, 0, .. WireCodec.Chunk(Second, chunkBytes),
        ];
        using var reader = new FrameReader(new TornStream(stream, readBytes));

        Assert.Equal(First, await NextAsync(reader));
        Assert.Equal(Second, await NextAsync(reader));
        Assert.Null(await reader.ReadAsync(100_000, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("00")]
    [InlineData("0002AB")]
    [InlineData("0002ABCD")]
    [InlineData("0002ABCD00")]
    public async Task A_stream_that_ends_within_a_message_is_malformed(string hex)
    {
        using var reader = new FrameReader(new MemoryStream(Convert.FromHexString(hex)));

        await Assert.ThrowsAsync<PackStreamException>(async () => await reader.ReadAsync(100, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_message_longer_than_allowed_is_refused_before_it_is_read()
    {
        using var reader = new FrameReader(new MemoryStream([0, 2, 1, 2, 0xFF, 0xFF]));

        var refusal = await Assert.ThrowsAsync<PackStreamException>(
            async () => await reader.ReadAsync(1000, TestContext.Current.CancellationToken));
        Assert.Contains("1000", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Raw_bytes_and_messages_share_the_stream()
    {
        using var reader = new FrameReader(new MemoryStream([9, 8, 7, .. WireCodec.Chunk(Second)]));
        var raw = new byte[3];

        Assert.True(await reader.ReadRawAsync(raw, TestContext.Current.CancellationToken));
        Assert.Equal([9, 8, 7], raw);
        Assert.Equal(Second, await NextAsync(reader));
        Assert.False(await reader.ReadRawAsync(raw, TestContext.Current.CancellationToken));
    }

    private static async Task<byte[]> NextAsync(FrameReader reader)
    {
        var frame = await reader.ReadAsync(100_000, TestContext.Current.CancellationToken);
        var bytes = frame!.Value.Bytes.ToArray();
        frame.Value.Return();
        return bytes;
    }

    private sealed class TornStream(byte[] bytes, int most) : MemoryStream(bytes)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(buffer.Length, most)], cancellationToken);
    }
}
