using System.Buffers.Binary;
using System.Text;
using Graph.Embedded.Bolt.Framing;

namespace Graph.Embedded.Bolt.PackStream;

/// <summary>Writes PackStream in the shortest form of each value.</summary>
internal sealed class PackStreamWriter(ChunkedOutput output)
{
    private const int MaxMarkerBytes = 9;

    public void WriteNull() => WriteByte(Marker.Null);

    public void WriteBoolean(bool value) => WriteByte(value ? Marker.True : Marker.False);

    public void WriteInteger(long value)
    {
        var span = output.GetSpan(MaxMarkerBytes);
        switch (value)
        {
            case >= Marker.MinTinyInteger and <= sbyte.MaxValue:
                span[0] = unchecked((byte)value);
                output.Advance(1);
                break;
            case >= sbyte.MinValue and <= sbyte.MaxValue:
                span[0] = Marker.Integer8;
                span[1] = unchecked((byte)value);
                output.Advance(2);
                break;
            case >= short.MinValue and <= short.MaxValue:
                span[0] = Marker.Integer16;
                BinaryPrimitives.WriteInt16BigEndian(span[1..], (short)value);
                output.Advance(3);
                break;
            case >= int.MinValue and <= int.MaxValue:
                span[0] = Marker.Integer32;
                BinaryPrimitives.WriteInt32BigEndian(span[1..], (int)value);
                output.Advance(5);
                break;
            default:
                span[0] = Marker.Integer64;
                BinaryPrimitives.WriteInt64BigEndian(span[1..], value);
                output.Advance(9);
                break;
        }
    }

    public void WriteFloat(double value)
    {
        var span = output.GetSpan(MaxMarkerBytes);
        span[0] = Marker.Float;
        BinaryPrimitives.WriteDoubleBigEndian(span[1..], value);
        output.Advance(9);
    }

    /// <summary>Writes text as UTF-8; half of a surrogate pair, which has none, becomes U+FFFD.</summary>
    public void WriteString(string value)
    {
        var byteCount = Encoding.UTF8.GetByteCount(value);
        WriteSize(byteCount, Marker.TinyString, Marker.String8);
        if (byteCount > ChunkedOutput.MaxChunkBytes)
        {
            WriteInParts(value);
        }
        else if (byteCount > 0)
        {
            output.Advance(Encoding.UTF8.GetBytes(value, output.GetSpan(byteCount)));
        }
    }

    public void WriteBytes(ReadOnlySpan<byte> value)
    {
        // Bytes have no tiny form.
        WriteLargeSize(value.Length, Marker.Bytes8);
        output.Write(value);
    }

    public void WriteListHeader(int size) => WriteSize(size, Marker.TinyList, Marker.List8);

    /// <summary>Entries follow, each a string and a value.</summary>
    public void WriteMapHeader(int size) => WriteSize(size, Marker.TinyMap, Marker.Map8);

    /// <param name="size">Number of fields that follow, 0 to 15.</param>
    public void WriteStructureHeader(int size, byte tag)
    {
        var span = output.GetSpan(2);
        span[0] = (byte)(Marker.Structure | size);
        span[1] = tag;
        output.Advance(2);
    }

    private void WriteInParts(string value)
    {
        var encoder = Encoding.UTF8.GetEncoder();
        var rest = value.AsSpan();
        bool completed;
        do
        {
            encoder.Convert(rest, output.GetSpan(ChunkedOutput.MaxChunkBytes), flush: true, out var used, out var written, out completed);
            output.Advance(written);
            rest = rest[used..];
        }
        while (!completed);
    }

    private void WriteByte(byte value)
    {
        output.GetSpan(1)[0] = value;
        output.Advance(1);
    }

    private void WriteSize(int size, byte tinyMarker, byte marker8)
    {
        if (size <= 15)
        {
            WriteByte((byte)(tinyMarker | size));
        }
        else
        {
            WriteLargeSize(size, marker8);
        }
    }

    /// <summary>The markers of 16 and 32 bits follow that of 8.</summary>
    private void WriteLargeSize(int size, byte marker8)
    {
        var span = output.GetSpan(MaxMarkerBytes);
        switch (size)
        {
            case <= byte.MaxValue:
                span[0] = marker8;
                span[1] = (byte)size;
                output.Advance(2);
                break;
            case <= ushort.MaxValue:
                span[0] = (byte)(marker8 + 1);
                BinaryPrimitives.WriteUInt16BigEndian(span[1..], (ushort)size);
                output.Advance(3);
                break;
            default:
                span[0] = (byte)(marker8 + 2);
                BinaryPrimitives.WriteInt32BigEndian(span[1..], size);
                output.Advance(5);
                break;
        }
    }
}
