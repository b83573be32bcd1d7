using System.Buffers;
using System.Buffers.Binary;

namespace Graph.Embedded.Bolt.Framing;

/// <summary>Outgoing messages, cut into chunks of at most 65,535 bytes while they are written, kept until they are sent.</summary>
/// <remarks>Not thread-safe. The buffer is rented and grows to the longest run of unsent messages; an ordinary one fits at once.</remarks>
internal sealed class ChunkedOutput : IDisposable
{
    public const int MaxChunkBytes = ushort.MaxValue;

    /// <summary>Longest message that can be sent: 1 GiB.</summary>
    private const int MaxBytes = 1 << 30;

    private const int HeaderBytes = 2;
    private const int OrdinaryBytes = 8 * 1024;
    private const int Outside = -1;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(OrdinaryBytes);
    private int _length;
    private int _messageStart = Outside;
    private int _chunkStart;

    /// <summary>Whole messages, chunked, that wait to be sent.</summary>
    public ReadOnlyMemory<byte> Pending => _buffer.AsMemory(0, _messageStart == Outside ? _length : _messageStart);

    public void BeginMessage()
    {
        _messageStart = _length;
        OpenChunk();
    }

    public void EndMessage()
    {
        CloseChunk();
        Reserve(HeaderBytes);
        BinaryPrimitives.WriteUInt16BigEndian(_buffer.AsSpan(_length), 0);
        _length += HeaderBytes;
        _messageStart = Outside;
    }

    /// <summary>Drops the message begun last, as if it had never been begun; without effect outside one.</summary>
    public void AbandonMessage()
    {
        if (_messageStart != Outside)
        {
            _length = _messageStart;
            _messageStart = Outside;
        }
    }

    /// <summary>Room for bytes that stay together in one chunk; follow with <see cref="Advance"/>.</summary>
    /// <param name="size">1 to <see cref="MaxChunkBytes"/>.</param>
    public Span<byte> GetSpan(int size)
    {
        if (_length - _chunkStart - HeaderBytes + size > MaxChunkBytes)
        {
            CloseChunk();
            OpenChunk();
        }

        Reserve(size);
        return _buffer.AsSpan(_length, size);
    }

    public void Advance(int count) => _length += count;

    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var part = bytes[..Math.Min(bytes.Length, MaxChunkBytes)];
            part.CopyTo(GetSpan(part.Length));
            Advance(part.Length);
            bytes = bytes[part.Length..];
        }
    }

    /// <summary>Forgets what was pending, once it is sent.</summary>
    public void Clear()
    {
        _length = 0;
        if (_buffer.Length > 16 * OrdinaryBytes)
        {
            Replace(OrdinaryBytes);
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _length = 0;
    }

    private void OpenChunk()
    {
        Reserve(HeaderBytes);
        _chunkStart = _length;
        _length += HeaderBytes;
    }

    private void CloseChunk() =>
        BinaryPrimitives.WriteUInt16BigEndian(_buffer.AsSpan(_chunkStart), (ushort)(_length - _chunkStart - HeaderBytes));

    private void Reserve(int size)
    {
        if (_buffer.Length - _length >= size)
        {
            return;
        }

        if (_length > MaxBytes - size)
        {
            throw new CypherException(FailureCodes.OutOfMemory, $"A record is longer than {MaxBytes} bytes: return less of it.");
        }

        Replace(Math.Max(_length + size, _buffer.Length * 2));
    }

    private void Replace(int size)
    {
        var larger = ArrayPool<byte>.Shared.Rent(size);
        _buffer.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
