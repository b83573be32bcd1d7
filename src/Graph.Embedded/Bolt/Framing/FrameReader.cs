using System.Buffers;
using System.Buffers.Binary;
using Graph.Embedded.Bolt.PackStream;

namespace Graph.Embedded.Bolt.Framing;

/// <summary>Joins the chunks of a byte stream to messages.</summary>
/// <remarks>
/// A chunk is a length of two bytes and as many bytes; a length of zero ends a message, and between messages is a sign of
/// life without meaning. Memory for a message grows with the bytes that came, not with those announced.
/// </remarks>
internal sealed class FrameReader(Stream stream) : IDisposable
{
    private const int HeaderBytes = 2;
    private const int BufferBytes = 8 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
    private int _start;
    private int _end;

    private int Available => _end - _start;

    /// <summary>The next message; null where the stream ended between messages.</summary>
    /// <param name="maxBytes">Longest message that is taken.</param>
    /// <exception cref="PackStreamException">The stream ended within a message, or the message is too long.</exception>
    public async ValueTask<Frame?> ReadAsync(int maxBytes, CancellationToken cancellationToken)
    {
        byte[]? message = null;
        var length = 0;
        try
        {
            while (true)
            {
                if (!await FillAsync(HeaderBytes, cancellationToken).ConfigureAwait(false))
                {
                    return length == 0 && Available == 0 ? null : throw new PackStreamException("The stream ends within a message.");
                }

                int chunk = BinaryPrimitives.ReadUInt16BigEndian(_buffer.AsSpan(_start));
                _start += HeaderBytes;
                if (chunk == 0)
                {
                    if (length == 0)
                    {
                        continue;
                    }

                    var frame = new Frame(message!, length);
                    message = null;
                    return frame;
                }

                if (length + chunk > maxBytes)
                {
                    throw new PackStreamException($"A message is longer than the {maxBytes} bytes that are taken.");
                }

                message = Grown(message, length, chunk);
                await CopyAsync(message.AsMemory(length, chunk), cancellationToken).ConfigureAwait(false);
                length += chunk;
            }
        }
        finally
        {
            if (message is not null)
            {
                ArrayPool<byte>.Shared.Return(message);
            }
        }
    }

    /// <summary>Reads bytes that stand outside messages, as those of the handshake do; false where the stream ends before.</summary>
    public async ValueTask<bool> ReadRawAsync(Memory<byte> into, CancellationToken cancellationToken)
    {
        while (!into.IsEmpty)
        {
            if (!await FillAsync(1, cancellationToken).ConfigureAwait(false))
            {
                return false;
            }

            into = into[TakeInto(into)..];
        }

        return true;
    }

    public void Dispose()
    {
        var buffer = Interlocked.Exchange(ref _buffer, []);
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Grown(byte[]? message, int length, int more)
    {
        if (message is not null && message.Length - length >= more)
        {
            return message;
        }

        var larger = ArrayPool<byte>.Shared.Rent(message is null ? more : Math.Max(length + more, message.Length * 2));
        if (message is not null)
        {
            message.AsSpan(0, length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(message);
        }

        return larger;
    }

    private async ValueTask CopyAsync(Memory<byte> into, CancellationToken cancellationToken)
    {
        into = into[TakeInto(into)..];
        if (!into.IsEmpty)
        {
            try
            {
                // The rest of a long chunk goes straight to its place.
                await stream.ReadExactlyAsync(into, cancellationToken).ConfigureAwait(false);
            }
            catch (EndOfStreamException)
            {
                throw new PackStreamException("The stream ends within a message.");
            }
        }
    }

    private int TakeInto(Memory<byte> into)
    {
        var count = Math.Min(into.Length, Available);
        _buffer.AsSpan(_start, count).CopyTo(into.Span);
        _start += count;
        return count;
    }

    /// <summary>Reads until so many bytes are there; false where the stream ends before.</summary>
    private async ValueTask<bool> FillAsync(int count, CancellationToken cancellationToken)
    {
        if (Available < count && _start > 0)
        {
            _buffer.AsSpan(_start, Available).CopyTo(_buffer);
            (_start, _end) = (0, Available);
        }

        while (Available < count)
        {
            var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return false;
            }

            _end += read;
        }

        return true;
    }
}
