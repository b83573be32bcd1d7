using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Unicode;

namespace Graph.Embedded.Storage.Binary;

/// <summary>A growing run of bytes, little-endian; reused by clearing.</summary>
internal sealed class ByteBuffer(int capacity = 256)
{
    private byte[] _bytes = new byte[capacity];

    public int Length { get; private set; }

    /// <summary>Bytes it can hold without growing.</summary>
    public int Capacity => _bytes.Length;

    public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, Length);

    /// <summary>What was written, for filling in what is known only later.</summary>
    public Span<byte> Writable => _bytes.AsSpan(0, Length);

    public void Clear() => Length = 0;

    /// <summary>Forgets what was written after <paramref name="length"/>.</summary>
    public void Truncate(int length) => Length = length;

    /// <summary>Room for <paramref name="count"/> more bytes, counted as written.</summary>
    public Span<byte> Append(int count)
    {
        if (_bytes.Length - Length < count)
        {
            Grow((long)Length + count);
        }

        var span = _bytes.AsSpan(Length, count);
        Length += count;
        return span;
    }

    public void Write(byte value) => Append(1)[0] = value;

    public void Write(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Append(bytes.Length));

    public void WriteUInt16(ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(Append(2), value);

    public void WriteInt32(int value) => BinaryPrimitives.WriteInt32LittleEndian(Append(4), value);

    public void WriteUInt32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Append(4), value);

    public void WriteInt64(long value) => BinaryPrimitives.WriteInt64LittleEndian(Append(8), value);

    /// <summary>Seven bits a byte, lowest first.</summary>
    public void WriteVarint(ulong value)
    {
        while (value >= 0x80)
        {
            Write((byte)(value | 0x80));
            value >>= 7;
        }

        Write((byte)value);
    }

    public void WriteVarint(int value) => WriteVarint((ulong)(uint)value);

    /// <summary>UTF-16 units, so that any string survives.</summary>
    public void WriteString(string value)
    {
        WriteVarint(value.Length);
        Write(MemoryMarshal.AsBytes(value.AsSpan()));
    }

    /// <summary>UTF-8 of valid text; false, and nothing written, where a surrogate stands alone.</summary>
    public bool TryWriteUtf8(string value)
    {
        var start = Length;
        var room = Append(value.Length * 3);
        if (Utf8.FromUtf16(value, room, out _, out var written, replaceInvalidSequences: false)
            != OperationStatus.Done)
        {
            Length = start;
            return false;
        }

        Length = start + written;
        return true;
    }

    public byte[] ToArray() => Span.ToArray();

    private void Grow(long wanted)
    {
        if (wanted > Array.MaxLength)
        {
            throw new StorageException(
                StorageErrorKind.MemoryLimit, "The changes of one transaction exceed 2 GiB. Commit in smaller batches.");
        }

        Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max((long)_bytes.Length * 2, wanted)));
    }
}
