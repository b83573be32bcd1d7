using System.Buffers.Binary;
using System.Text;

namespace Graph.Embedded.Tests.Bolt.Wire;

/// <summary>PackStream and chunks once more, plainly written from the specification, so that the server is not tested by itself.</summary>
internal static class WireCodec
{
    public static byte[] Pack(object? value)
    {
        using var output = new MemoryStream();
        Pack(value, output);
        return output.ToArray();
    }

    public static object? Unpack(ReadOnlySpan<byte> bytes)
    {
        var at = 0;
        var value = Unpack(bytes, ref at);
        return at == bytes.Length ? value : throw new ArgumentException($"{bytes.Length - at} bytes follow the value");
    }

    /// <summary>A message in chunks of at most the given size.</summary>
    public static byte[] Chunk(byte[] message, int chunkBytes = ushort.MaxValue)
    {
        using var output = new MemoryStream();
        foreach (var chunk in message.Chunk(chunkBytes))
        {
            output.WriteByte((byte)(chunk.Length >> 8));
            output.WriteByte((byte)chunk.Length);
            output.Write(chunk);
        }

        output.Write([0, 0]);
        return output.ToArray();
    }

    private static void Pack(object? value, MemoryStream output)
    {
        switch (value)
        {
            case null:
                output.WriteByte(0xC0);
                break;
            case bool truth:
                output.WriteByte((byte)(truth ? 0xC3 : 0xC2));
                break;
            case int number:
                Pack((long)number, output);
                break;
            case long number:
                output.Write(number is >= -16 and <= 127 ? [(byte)number] : [0xCB, .. BigEndian(number)]);
                break;
            case double number:
                output.Write([0xC1, .. BigEndian(BitConverter.DoubleToInt64Bits(number))]);
                break;
            case string text:
                var utf8 = Encoding.UTF8.GetBytes(text);
                Head(0x80, 0xD0, utf8.Length, output);
                output.Write(utf8);
                break;
            case byte[] bytes:
                output.Write([0xCE, .. BigEndian(bytes.Length)[4..]]);
                output.Write(bytes);
                break;
            case IReadOnlyDictionary<string, object?> map:
                Head(0xA0, 0xD8, map.Count, output);
                foreach (var (key, entry) in map)
                {
                    Pack(key, output);
                    Pack(entry, output);
                }

                break;
            case WireStructure structure:
                output.Write([(byte)(0xB0 | structure.Fields.Count), structure.Tag]);
                foreach (var field in structure.Fields)
                {
                    Pack(field, output);
                }

                break;
            case IEnumerable<object?> list:
                var items = list.ToList();
                Head(0x90, 0xD4, items.Count, output);
                items.ForEach(item => Pack(item, output));
                break;
            default:
                throw new ArgumentException($"no wire form of {value.GetType()}");
        }
    }

    private static void Head(int tiny, int marker8, int size, MemoryStream output) => output.Write(size switch
    {
        < 16 => [(byte)(tiny | size)],
        < 256 => [(byte)marker8, (byte)size],
        < 65536 => [(byte)(marker8 + 1), (byte)(size >> 8), (byte)size],
        _ => [(byte)(marker8 + 2), .. BigEndian(size)[4..]],
    });

    private static byte[] BigEndian(long number)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        return bytes;
    }

    private static object? Unpack(ReadOnlySpan<byte> bytes, ref int at)
    {
        var marker = bytes[at++];
        if (marker is < 0x80 or >= 0xF0)
        {
            return (long)(sbyte)marker;
        }

        switch (marker & 0xF0)
        {
            case 0x80:
                return Text(bytes, ref at, marker & 0x0F);
            case 0x90:
                return List(bytes, ref at, marker & 0x0F);
            case 0xA0:
                return Map(bytes, ref at, marker & 0x0F);
            case 0xB0:
                var tag = bytes[at++];
                return new WireStructure(tag, List(bytes, ref at, marker & 0x0F));
        }

        return marker switch
        {
            0xC0 => null,
            0xC1 => BitConverter.Int64BitsToDouble(Number(bytes, ref at, 8)),
            0xC2 => false,
            0xC3 => true,
            0xC8 or 0xC9 or 0xCA or 0xCB => Number(bytes, ref at, 1 << (marker - 0xC8)),
            0xCC or 0xCD or 0xCE => Bytes(bytes, ref at, Size(bytes, ref at, marker - 0xCC)).ToArray(),
            0xD0 or 0xD1 or 0xD2 => Text(bytes, ref at, Size(bytes, ref at, marker - 0xD0)),
            0xD4 or 0xD5 or 0xD6 => List(bytes, ref at, Size(bytes, ref at, marker - 0xD4)),
            0xD8 or 0xD9 or 0xDA => Map(bytes, ref at, Size(bytes, ref at, marker - 0xD8)),
            _ => throw new ArgumentException($"no marker: {marker:X2}"),
        };
    }

    private static int Size(ReadOnlySpan<byte> bytes, ref int at, int width)
    {
        var size = 0;
        for (var i = 0; i < 1 << width; i++)
        {
            size = (size << 8) | bytes[at++];
        }

        return size;
    }

    private static long Number(ReadOnlySpan<byte> bytes, ref int at, int width)
    {
        long number = (sbyte)bytes[at++];
        for (var i = 1; i < width; i++)
        {
            number = (number << 8) | bytes[at++];
        }

        return number;
    }

    private static ReadOnlySpan<byte> Bytes(ReadOnlySpan<byte> bytes, ref int at, int size)
    {
        at += size;
        return bytes[(at - size)..at];
    }

    private static string Text(ReadOnlySpan<byte> bytes, ref int at, int size) => Encoding.UTF8.GetString(Bytes(bytes, ref at, size));

    private static List<object?> List(ReadOnlySpan<byte> bytes, ref int at, int size)
    {
        var items = new List<object?>();
        for (var i = 0; i < size; i++)
        {
            items.Add(Unpack(bytes, ref at));
        }

        return items;
    }

    private static Dictionary<string, object?> Map(ReadOnlySpan<byte> bytes, ref int at, int size)
    {
        var map = new Dictionary<string, object?>();
        for (var i = 0; i < size; i++)
        {
            var key = (string)Unpack(bytes, ref at)!;
            map.Add(key, Unpack(bytes, ref at));
        }

        return map;
    }
}
