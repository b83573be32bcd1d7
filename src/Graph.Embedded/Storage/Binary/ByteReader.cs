using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Graph.Embedded.Storage.Binary;

/// <summary>Reads what a <see cref="ByteBuffer"/> wrote; running out of bytes is an <see cref="EndOfStreamException"/>.</summary>
internal ref struct ByteReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;

    public int Position { get; private set; }

    public readonly bool AtEnd => Position == _bytes.Length;

    public ReadOnlySpan<byte> Take(int count)
    {
        if (count < 0 || count > _bytes.Length - Position)
        {
            throw new EndOfStreamException($"Wanted {count} bytes at {Position} of {_bytes.Length}.");
        }

        var span = _bytes.Slice(Position, count);
        Position += count;
        return span;
    }

    public byte ReadByte() => Take(1)[0];

    public int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(Take(4));

    public uint ReadUInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    public long ReadInt64() => BinaryPrimitives.ReadInt64LittleEndian(Take(8));

    public ulong ReadVarint()
    {
        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = ReadByte();
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException($"A number at {Position} has more than ten bytes.");
    }

    /// <summary>A count, id or length.</summary>
    public int ReadCount()
    {
        var value = ReadVarint();
        return value <= int.MaxValue ? (int)value : throw new InvalidDataException($"The count {value} at {Position} is too large.");
    }

    public string ReadString()
    {
        var length = ReadCount();
        return new string(MemoryMarshal.Cast<byte, char>(Take(checked(length * 2))));
    }
}
