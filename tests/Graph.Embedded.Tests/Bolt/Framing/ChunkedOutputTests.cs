using Graph.Embedded.Bolt.Framing;
using Graph.Embedded.Bolt.PackStream;

namespace Graph.Embedded.Tests.Bolt.Framing;

public sealed class ChunkedOutputTests
{
    [Fact]
    public void A_short_message_is_one_chunk_and_the_end()
    {
        using var output = new ChunkedOutput();
        output.BeginMessage();
        output.Write([1, 2, 3]);
        output.EndMessage();

        Assert.Equal([0, 3, 1, 2, 3, 0, 0], output.Pending.ToArray());
    }

    [Fact]
    public void A_long_message_is_cut_where_a_chunk_is_full()
    {
        using var output = new ChunkedOutput();
        output.BeginMessage();
        output.Write(new byte[ChunkedOutput.MaxChunkBytes + 10]);
        output.EndMessage();

        var pending = output.Pending.ToArray();
        Assert.Equal([0xFF, 0xFF], pending[..2]);
        Assert.Equal([0, 10], pending[(2 + ChunkedOutput.MaxChunkBytes)..(4 + ChunkedOutput.MaxChunkBytes)]);
        Assert.Equal([0, 0], pending[^2..]);
    }

    [Fact]
    public void An_abandoned_message_leaves_those_before_it()
    {
        using var output = new ChunkedOutput();
        output.BeginMessage();
        output.Write([1]);
        output.EndMessage();
        output.BeginMessage();
        new PackStreamWriter(output).WriteString(new string('x', 100_000));
        output.AbandonMessage();
        output.AbandonMessage();

        Assert.Equal([0, 1, 1, 0, 0], output.Pending.ToArray());
    }

    [Fact]
    public void A_message_not_yet_ended_is_not_pending()
    {
        using var output = new ChunkedOutput();
        output.BeginMessage();
        output.Write([1]);

        Assert.True(output.Pending.IsEmpty);
    }

    [Fact]
    public void It_is_empty_again_once_sent()
    {
        using var output = new ChunkedOutput();
        output.BeginMessage();
        output.Write(new byte[1_000_000]);
        output.EndMessage();
        output.Clear();
        output.BeginMessage();
        output.Write([7]);
        output.EndMessage();

        Assert.Equal([0, 1, 7, 0, 0], output.Pending.ToArray());
    }
}
