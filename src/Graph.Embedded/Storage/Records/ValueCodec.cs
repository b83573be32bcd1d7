using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Graph.Embedded.Storage.Binary;
using Graph.Embedded.Values;
using Graph.Embedded.Values.Temporal;

namespace Graph.Embedded.Storage.Records;

/// <summary>Property values as bytes. The length is kept by whoever holds the bytes.</summary>
internal static class ValueCodec
{
    /// <summary>Appends the value's bytes and says how they are laid out.</summary>
    /// <exception cref="InvalidOperationException">The value is of a kind that no property can hold.</exception>
    public static StoredKind Write(Value value, ByteBuffer into)
    {
        switch (value.Kind)
        {
            case ValueKind.Boolean:
                into.Write(value.AsBoolean ? (byte)1 : (byte)0);
                return StoredKind.Boolean;
            case ValueKind.Integer:
                WriteInteger(value.AsInteger, into);
                return StoredKind.Integer;
            case ValueKind.Float:
                into.WriteInt64(value.Bits);
                return StoredKind.Float;
            case ValueKind.String:
                return WriteText(value.AsString, into);
            case ValueKind.List:
                WriteList(value.Items, into);
                return StoredKind.List;
            case ValueKind.Bytes:
                into.Write(value.AsBytes.Span);
                return StoredKind.Bytes;
            case ValueKind.Point:
                WritePoint(value.AsPoint, into);
                return StoredKind.Point;
            case ValueKind.Duration:
                WriteDuration(value.AsDuration, into);
                return StoredKind.Duration;
            default:
                return WriteTemporal(value, into);
        }
    }

    public static Value Read(StoredKind kind, ReadOnlySpan<byte> bytes) => kind switch
    {
        StoredKind.Boolean => Value.Of(bytes[0] != 0),
        StoredKind.Integer => Value.Of(ReadInteger(bytes)),
        StoredKind.Float => Value.Of(BitConverter.Int64BitsToDouble(BinaryPrimitives.ReadInt64LittleEndian(bytes))),
        StoredKind.Text => Value.Of(Encoding.UTF8.GetString(bytes)),
        StoredKind.WideText => Value.Of(new string(MemoryMarshal.Cast<byte, char>(bytes))),
        StoredKind.List => ReadList(bytes),
        StoredKind.Bytes => Value.Of(bytes.ToArray()),
        StoredKind.Point => ReadPoint(bytes),
        StoredKind.Duration => ReadDuration(bytes),
        _ => ReadTemporal(kind, bytes),
    };

    public static long ReadInteger(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        1 => (sbyte)bytes[0],
        2 => BinaryPrimitives.ReadInt16LittleEndian(bytes),
        4 => BinaryPrimitives.ReadInt32LittleEndian(bytes),
        _ => BinaryPrimitives.ReadInt64LittleEndian(bytes),
    };

    private static void WriteInteger(long value, ByteBuffer into)
    {
        if (value == (sbyte)value)
        {
            into.Write((byte)value);
        }
        else if (value == (short)value)
        {
            into.WriteUInt16((ushort)value);
        }
        else if (value == (int)value)
        {
            into.WriteInt32((int)value);
        }
        else
        {
            into.WriteInt64(value);
        }
    }

    private static StoredKind WriteText(string text, ByteBuffer into)
    {
        if (into.TryWriteUtf8(text))
        {
            return StoredKind.Text;
        }

        into.Write(MemoryMarshal.AsBytes(text.AsSpan()));
        return StoredKind.WideText;
    }

    private static void WriteList(Value[] items, ByteBuffer into)
    {
        into.WriteVarint(items.Length);
        var scratch = new ByteBuffer();
        foreach (var item in items)
        {
            scratch.Clear();
            into.Write((byte)Write(item, scratch));
            into.WriteVarint(scratch.Length);
            into.Write(scratch.Span);
        }
    }

    private static Value ReadList(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        var items = new Value[reader.ReadCount()];
        for (var i = 0; i < items.Length; i++)
        {
            var kind = (StoredKind)reader.ReadByte();
            items[i] = Read(kind, reader.Take(reader.ReadCount()));
        }

        return Value.List(items);
    }

    private static void WritePoint(PointValue point, ByteBuffer into)
    {
        into.WriteInt32((int)point.System);
        into.WriteInt64(BitConverter.DoubleToInt64Bits(point.X));
        into.WriteInt64(BitConverter.DoubleToInt64Bits(point.Y));
        if (point.HasZ)
        {
            into.WriteInt64(BitConverter.DoubleToInt64Bits(point.Z));
        }
    }

    private static Value ReadPoint(ReadOnlySpan<byte> bytes)
    {
        var system = (CoordinateSystem)BinaryPrimitives.ReadInt32LittleEndian(bytes);
        var x = BinaryPrimitives.ReadDoubleLittleEndian(bytes[4..]);
        var y = BinaryPrimitives.ReadDoubleLittleEndian(bytes[12..]);
        var z = bytes.Length > 20 ? BinaryPrimitives.ReadDoubleLittleEndian(bytes[20..]) : 0;
        return Value.Of(new PointValue(system, x, y, z));
    }

    private static void WriteDuration(DurationValue duration, ByteBuffer into)
    {
        into.WriteInt64(duration.Months);
        into.WriteInt64(duration.Days);
        into.WriteInt64(duration.Seconds);
        into.WriteInt32(duration.Nanos);
    }

    private static Value ReadDuration(ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        return Value.Of(new DurationValue(reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt32()));
    }

    private static StoredKind WriteTemporal(Value value, ByteBuffer into)
    {
        switch (value.Kind)
        {
            case ValueKind.Date:
                WriteInteger(value.EpochDay, into);
                return StoredKind.Date;
            case ValueKind.LocalTime:
                into.WriteInt64(value.NanosOfDay);
                return StoredKind.LocalTime;
            case ValueKind.Time:
                into.WriteInt64(value.NanosOfDay);
                into.WriteInt32(value.OffsetSeconds);
                return StoredKind.Time;
            case ValueKind.LocalDateTime:
                into.WriteInt64(value.EpochSecond);
                into.WriteInt32(value.NanosOfSecond);
                return StoredKind.LocalDateTime;
            case ValueKind.DateTime:
                into.WriteInt64(value.EpochSecond);
                into.WriteInt32(value.NanosOfSecond);
                return WriteZone(value, into);
            default:
                throw new InvalidOperationException($"A property cannot hold a {value.Kind}.");
        }
    }

    private static StoredKind WriteZone(Value value, ByteBuffer into)
    {
        if (value.Zone.Name is { } name)
        {
            into.Write(Encoding.UTF8.GetBytes(name));
            return StoredKind.ZonedDateTime;
        }

        into.WriteInt32(value.OffsetSeconds);
        return StoredKind.OffsetDateTime;
    }

    private static Value ReadTemporal(StoredKind kind, ReadOnlySpan<byte> bytes)
    {
        if (kind == StoredKind.Date)
        {
            return Value.Date(ReadInteger(bytes));
        }

        var reader = new ByteReader(bytes);
        var first = reader.ReadInt64();
        return kind switch
        {
            StoredKind.LocalTime => Value.LocalTime(first),
            StoredKind.Time => Value.Time(first, reader.ReadInt32()),
            StoredKind.LocalDateTime => Value.LocalDateTime(first, reader.ReadInt32()),
            StoredKind.OffsetDateTime => Value.DateTime(first, reader.ReadInt32(), Zone.FixedOffset(reader.ReadInt32())),
            StoredKind.ZonedDateTime => Value.DateTime(first, reader.ReadInt32(), ZoneOf(bytes[reader.Position..])),
            _ => throw new InvalidDataException($"No value is stored as kind {(byte)kind}."),
        };
    }

    private static Zone ZoneOf(ReadOnlySpan<byte> utf8)
    {
        var name = Encoding.UTF8.GetString(utf8);
        return Zone.Named(name) ?? throw new InvalidDataException($"The time zone database has no zone '{name}'.");
    }
}
