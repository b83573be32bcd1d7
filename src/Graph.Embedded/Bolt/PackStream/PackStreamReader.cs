using System.Buffers.Binary;
using System.Text;

namespace Graph.Embedded.Bolt.PackStream;

/// <summary>Reads PackStream out of one message.</summary>
/// <remarks>
/// Every member throws a <see cref="PackStreamException"/> where the bytes are something else. No size that the bytes
/// claim is believed beyond what the rest of the message can hold, so a few bytes cannot make it allocate much.
/// </remarks>
internal ref struct PackStreamReader(ReadOnlySpan<byte> message)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private ReadOnlySpan<byte> _rest = message;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    public readonly byte PeekMarker() => _rest.IsEmpty ? throw CutShort() : _rest[0];

    public byte ReadByte() => Take(1)[0];

    public bool TryReadNull()
    {
        if (PeekMarker() != Marker.Null)
        {
            return false;
        }

        _rest = _rest[1..];
        return true;
    }

    public bool ReadBoolean() => ReadByte() switch
    {
        Marker.True => true,
        Marker.False => false,
        var marker => throw Unexpected("a boolean", marker),
    };

    public double ReadFloat() => ReadByte() switch
    {
        Marker.Float => BinaryPrimitives.ReadDoubleBigEndian(Take(sizeof(double))),
        var marker => throw Unexpected("a float", marker),
    };

    public static bool IsInteger(byte marker) =>
        unchecked((sbyte)marker) >= Marker.MinTinyInteger || marker is >= Marker.Integer8 and <= Marker.Integer64;

    public long ReadInteger()
    {
        var marker = ReadByte();
        return marker switch
        {
            Marker.Integer8 => unchecked((sbyte)ReadByte()),
            Marker.Integer16 => BinaryPrimitives.ReadInt16BigEndian(Take(sizeof(short))),
            Marker.Integer32 => BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int))),
            Marker.Integer64 => BinaryPrimitives.ReadInt64BigEndian(Take(sizeof(long))),
            _ when IsInteger(marker) => unchecked((sbyte)marker),
            _ => throw Unexpected("an integer", marker),
        };
    }

    public string ReadString()
    {
        var bytes = ReadUtf8();
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new PackStreamException("A string is not UTF-8.");
        }
    }

    /// <summary>The bytes of a string, unchecked.</summary>
    public ReadOnlySpan<byte> ReadUtf8() => Take(ReadSize(Marker.TinyString, Marker.String8, 1, "a string"));

    public byte[] ReadBytes()
    {
        var marker = ReadByte();
        return marker is >= Marker.Bytes8 and <= Marker.Bytes32
            ? Take(ReadLargeSize(marker - Marker.Bytes8, 1)).ToArray()
            : throw Unexpected("bytes", marker);
    }

    /// <summary>Number of items that follow.</summary>
    public int ReadListHeader() => ReadSize(Marker.TinyList, Marker.List8, 1, "a list");

    /// <summary>Number of entries that follow, each a string and a value.</summary>
    public int ReadMapHeader() => ReadSize(Marker.TinyMap, Marker.Map8, 2, "a map");

    /// <summary>Number of fields that follow.</summary>
    public int ReadStructureHeader(out byte tag)
    {
        var marker = ReadByte();
        if ((marker & 0xF0) != Marker.Structure)
        {
            throw Unexpected("a structure", marker);
        }

        tag = ReadByte();
        return marker & 0x0F;
    }

    private int ReadSize(byte tinyMarker, byte marker8, int bytesPerItem, string expected)
    {
        var marker = ReadByte();
        if ((marker & 0xF0) == tinyMarker)
        {
            return Bounded((uint)(marker & 0x0F), bytesPerItem);
        }

        var width = marker - marker8;
        return width is >= 0 and <= 2 ? ReadLargeSize(width, bytesPerItem) : throw Unexpected(expected, marker);
    }

    private int ReadLargeSize(int width, int bytesPerItem) => Bounded(
        width switch
        {
            0 => ReadByte(),
            1 => BinaryPrimitives.ReadUInt16BigEndian(Take(sizeof(ushort))),
            _ => BinaryPrimitives.ReadUInt32BigEndian(Take(sizeof(uint))),
        },
        bytesPerItem);

    private readonly int Bounded(uint size, int bytesPerItem) =>
        size * (long)bytesPerItem <= _rest.Length ? (int)size : throw CutShort();

    private ReadOnlySpan<byte> Take(int count)
    {
        if (_rest.Length < count)
        {
            throw CutShort();
        }

        var taken = _rest[..count];
        _rest = _rest[count..];
        return taken;
    }

    private static PackStreamException CutShort() => new("The message ends within a value.");

    private static PackStreamException Unexpected(string expected, byte marker) =>
        new($"Where {expected} is expected stands the marker 0x{marker:X2}.");
}
