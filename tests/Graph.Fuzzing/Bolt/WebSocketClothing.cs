using System.Buffers.Binary;
using System.Text;

namespace Graph.Fuzzing.Bolt;

/// <summary>The same bytes as a browser sends them: an upgrade request, then masked binary frames of any size, some cut in fragments.</summary>
internal static class WebSocketClothing
{
    private const byte Continuation = 0x0;
    private const byte Binary = 0x2;
    private const byte Ping = 0x9;
    private const byte Final = 0x80;
    private const byte Masked = 0x80;

    private static readonly byte[] Upgrade = Encoding.ASCII.GetBytes(
        "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n");

    public static byte[] Dress(byte[] stream, Random random)
    {
        var dressed = new List<byte>(Upgrade);
        var opcode = Binary;
        for (var at = 0; at < stream.Length;)
        {
            var length = Math.Min(stream.Length - at, 1 + random.Next(random.Next(2) == 0 ? 20 : 70_000));
            var final = random.Next(4) != 0;
            Append(dressed, (byte)(opcode | (final ? Final : 0)), stream.AsSpan(at, length), random);
            opcode = final ? Binary : Continuation;
            at += length;
            if (random.Next(10) == 0)
            {
                Append(dressed, Ping | Final, "still there"u8, random);
            }
        }

        return [.. dressed];
    }

    private static void Append(List<byte> dressed, byte head, ReadOnlySpan<byte> payload, Random random)
    {
        dressed.Add(head);
        if (payload.Length < 126)
        {
            dressed.Add((byte)(Masked | payload.Length));
        }
        else if (payload.Length <= ushort.MaxValue)
        {
            dressed.AddRange([Masked | 126, (byte)(payload.Length >> 8), (byte)payload.Length]);
        }
        else
        {
            Span<byte> size = stackalloc byte[8];
            BinaryPrimitives.WriteInt64BigEndian(size, payload.Length);
            dressed.Add(Masked | 127);
            dressed.AddRange(size);
        }

        Span<byte> mask = stackalloc byte[4];
        random.NextBytes(mask);
        dressed.AddRange(mask);
        for (var i = 0; i < payload.Length; i++)
        {
            dressed.Add((byte)(payload[i] ^ mask[i % 4]));
        }
    }
}
