using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Graph.Embedded.Tests.Bolt.Wire;

namespace Graph.Benchmarks.Bolt;

/// <summary>A client that costs next to nothing: what it sends is made beforehand, and of the answers it only looks for their ends.</summary>
internal sealed class BoltConnection : IDisposable
{
    private const int HeaderBytes = 2;

    private readonly TcpClient _client = new() { NoDelay = true };
    private readonly byte[] _buffer = new byte[1 << 20];
    private int _start;
    private int _end;

    /// <summary>Connects and logs in without a password.</summary>
    public BoltConnection(IPEndPoint endPoint)
    {
        _client.Connect(endPoint);
        var stream = _client.GetStream();
        stream.Write([0x60, 0x60, 0xB0, 0x17, 0, 0, 4, 5, .. new byte[12]]);
        stream.ReadExactly(new byte[4]);
        Exchange(Messages("HELLO {user_agent: \"benchmark/1\"}", "LOGON {scheme: \"none\"}"), 2);
    }

    public static byte[] Messages(params ReadOnlySpan<string> texts)
    {
        var bytes = new List<byte>();
        foreach (var text in texts)
        {
            bytes.AddRange(WireCodec.Chunk(WireCodec.Pack(WireText.ParseMessage(text))));
        }

        return [.. bytes];
    }

    /// <summary>Sends messages and waits for so many answers.</summary>
    public void Exchange(byte[] messages, int answers)
    {
        _client.GetStream().Write(messages);
        while (answers > 0)
        {
            answers -= TakeChunk().IsEmpty ? 1 : 0;
        }
    }

    /// <summary>Sends messages and gives the answers, to see once that they are what is meant to be measured.</summary>
    public IReadOnlyList<string> Ask(byte[] messages, int answers)
    {
        _client.GetStream().Write(messages);
        var texts = new List<string>();
        var message = new List<byte>();
        while (texts.Count < answers)
        {
            var chunk = TakeChunk();
            if (!chunk.IsEmpty)
            {
                message.AddRange(chunk);
                continue;
            }

            texts.Add(WireText.Show((WireStructure)WireCodec.Unpack([.. message])!));
            message.Clear();
        }

        return texts;
    }

    public void Dispose() => _client.Dispose();

    /// <summary>The next chunk; an empty one ends a message.</summary>
    private ReadOnlySpan<byte> TakeChunk()
    {
        Fill(HeaderBytes);
        int size = BinaryPrimitives.ReadUInt16BigEndian(_buffer.AsSpan(_start));
        Fill(HeaderBytes + size);
        _start += HeaderBytes + size;
        return _buffer.AsSpan(_start - size, size);
    }

    private void Fill(int count)
    {
        if (_start + count > _buffer.Length)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        while (_end - _start < count)
        {
            var read = _client.Client.Receive(_buffer.AsSpan(_end));
            _end += read > 0 ? read : throw new InvalidOperationException("The server closed the connection.");
        }
    }
}
