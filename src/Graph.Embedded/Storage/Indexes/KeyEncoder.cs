using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Graph.Embedded.Storage.Binary;
using Graph.Embedded.Storage.Records;
using Graph.Embedded.Values;

namespace Graph.Embedded.Storage.Indexes;

/// <summary>Property values as bytes whose unsigned order is the order of <see cref="ValueOrder"/>.</summary>
/// <remarks>
/// A value begins with the rank of its type and ends by itself, so that the bytes of several values are the key of a
/// composite index. Equal bytes are equal values: an integer and the float of the same size have one key.
/// </remarks>
internal static class KeyEncoder
{
    private const long SignBit = long.MinValue;

    /// <summary>Doubles are exact below: an integer that large needs what rounding lost too.</summary>
    private const double ExactLimit = 9007199254740992;

    /// <summary>Bytes of what rounding lost, behind the double of a large number.</summary>
    public const int LostSize = 2;

    /// <summary>In front of each item of a list, and zero after the last.</summary>
    private const byte ItemMark = 1;

    public static void Append(ByteBuffer key, Value value)
    {
        if (value.Kind == ValueKind.Integer)
        {
            key.Write(NumberRank);
            AppendInteger(key, value.AsInteger);
            return;
        }

        if (value.Kind == ValueKind.String && TryAppendPlainText(key, value.AsString))
        {
            return;
        }

        var bytes = new ByteBuffer();
        var kind = ValueCodec.Write(value, bytes);
        Append(key, kind, bytes.Span);
    }

    /// <summary>Appends a value as it is stored.</summary>
    public static void Append(ByteBuffer key, StoredKind kind, ReadOnlySpan<byte> bytes)
    {
        key.Write(RankOf(kind));
        switch (kind)
        {
            case StoredKind.Boolean:
                key.Write(bytes[0]);
                break;
            case StoredKind.Integer:
                AppendInteger(key, ValueCodec.ReadInteger(bytes));
                break;
            case StoredKind.Float:
                AppendFloat(key, BinaryPrimitives.ReadDoubleLittleEndian(bytes));
                break;
            case StoredKind.Text or StoredKind.Bytes:
                AppendBytes(key, bytes);
                key.Write(0);
                break;
            case StoredKind.WideText:
                AppendWideText(key, MemoryMarshal.Cast<byte, char>(bytes));
                key.Write(0);
                break;
            case StoredKind.List:
                AppendList(key, bytes);
                break;
            case StoredKind.Date:
                AppendInt64(key, ValueCodec.ReadInteger(bytes));
                break;
            default:
                AppendStructured(key, kind, bytes);
                break;
        }
    }

    /// <summary>The rank of the value's type: the first byte of its key.</summary>
    public static byte RankOf(Value value) => value.Kind switch
    {
        ValueKind.List => 3,
        ValueKind.Bytes => 4,
        ValueKind.Point => 6,
        ValueKind.DateTime => 7,
        ValueKind.LocalDateTime => 8,
        ValueKind.Date => 9,
        ValueKind.Time => 10,
        ValueKind.LocalTime => 11,
        ValueKind.Duration => 12,
        ValueKind.String => StringRank,
        ValueKind.Boolean => 14,
        ValueKind.Integer or ValueKind.Float => NumberRank,
        _ => throw new InvalidOperationException($"An index holds no {value.Kind}."),
    };

    public const byte StringRank = 13;
    public const byte NumberRank = 15;

    /// <summary>Whether numbers of the size may share their double with others.</summary>
    public static bool IsInexact(double number) => Math.Abs(number) >= ExactLimit;

    /// <summary>The text without its end: what the keys of all strings that begin with it begin with.</summary>
    public static void AppendPrefix(ByteBuffer key, string prefix)
    {
        key.Write(StringRank);
        if (prefix.Length > 0 && char.IsHighSurrogate(prefix[^1]))
        {
            // Half a pair: its bytes depend on the half that follows, so only what stands before it can be sought.
            prefix = prefix[..^1];
        }

        AppendWideText(key, prefix);
    }

    private static bool TryAppendPlainText(ByteBuffer key, string text)
    {
        var start = key.Length;
        key.Write(StringRank);
        if (!text.Contains('\0', StringComparison.Ordinal) && key.TryWriteUtf8(text))
        {
            key.Write(0);
            return true;
        }

        key.Truncate(start);
        return false;
    }

    private static byte RankOf(StoredKind kind) => kind switch
    {
        StoredKind.List => 3,
        StoredKind.Bytes => 4,
        StoredKind.Point => 6,
        StoredKind.OffsetDateTime or StoredKind.ZonedDateTime => 7,
        StoredKind.LocalDateTime => 8,
        StoredKind.Date => 9,
        StoredKind.Time => 10,
        StoredKind.LocalTime => 11,
        StoredKind.Duration => 12,
        StoredKind.Text or StoredKind.WideText => StringRank,
        StoredKind.Boolean => 14,
        _ => NumberRank,
    };

    private static void AppendInteger(ByteBuffer key, long value)
    {
        var rounded = (double)value;
        AppendFloat(key, rounded, IsInexact(rounded) ? (int)(value - (Int128)rounded) : 0);
    }

    /// <summary>Appends a number; <paramref name="lost"/> is what rounding to a double took from an integer.</summary>
    private static void AppendFloat(ByteBuffer key, double value, int lost = 0)
    {
        AppendDouble(key, value);
        if (IsInexact(value))
        {
            BinaryPrimitives.WriteUInt16BigEndian(key.Append(LostSize), (ushort)(lost + 0x8000));
        }
    }

    private static void AppendDouble(ByteBuffer key, double value)
    {
        if (double.IsNaN(value))
        {
            BinaryPrimitives.WriteUInt64BigEndian(key.Append(8), ulong.MaxValue);
            return;
        }

        // Adding zero makes negative zero positive. Negative numbers sort by falling magnitude, before all others.
        var bits = BitConverter.DoubleToInt64Bits(value + 0.0);
        BinaryPrimitives.WriteInt64BigEndian(key.Append(8), bits < 0 ? ~bits : bits ^ SignBit);
    }

    private static void AppendInt64(ByteBuffer key, long value) =>
        BinaryPrimitives.WriteInt64BigEndian(key.Append(8), value ^ SignBit);

    private static void AppendInt32(ByteBuffer key, int value) =>
        BinaryPrimitives.WriteInt32BigEndian(key.Append(4), value ^ int.MinValue);

    // A zero inside is followed by 0xFF, which no value begins with, so that a zero alone ends the bytes.
    private static void AppendBytes(ByteBuffer key, ReadOnlySpan<byte> bytes)
    {
        for (int zero; (zero = bytes.IndexOf((byte)0)) >= 0; bytes = bytes[(zero + 1)..])
        {
            key.Write(bytes[..(zero + 1)]);
            key.Write(0xFF);
        }

        key.Write(bytes);
    }

    private static void AppendWideText(ByteBuffer key, ReadOnlySpan<char> text)
    {
        Span<byte> utf8 = stackalloc byte[4];
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out var rune, out var used) == OperationStatus.Done)
            {
                AppendBytes(key, utf8[..rune.EncodeToUtf8(utf8)]);
            }
            else
            {
                used = 1;
                AppendLoneSurrogate(key, text[0]);
            }

            text = text[used..];
        }
    }

    // The order of strings is by units, with surrogates above all others: the first half of a pair sorts just before the
    // pairs it begins, the second half after all pairs.
    private static void AppendLoneSurrogate(ByteBuffer key, char half)
    {
        if (char.IsHighSurrogate(half))
        {
            Span<byte> utf8 = stackalloc byte[4];
            new Rune(half, '\uDC00').EncodeToUtf8(utf8);
            utf8[3] = 1;
            key.Write(utf8);
            return;
        }

        key.Write(0xF8);
        key.Write((byte)(0x80 | ((half >> 6) & 0x3F)));
        key.Write((byte)(0x80 | (half & 0x3F)));
    }

    private static void AppendList(ByteBuffer key, ReadOnlySpan<byte> bytes)
    {
        var reader = new ByteReader(bytes);
        for (var left = reader.ReadCount(); left > 0; left--)
        {
            key.Write(ItemMark);
            var kind = (StoredKind)reader.ReadByte();
            Append(key, kind, reader.Take(reader.ReadCount()));
        }

        key.Write(0);
    }

    private static void AppendStructured(ByteBuffer key, StoredKind kind, ReadOnlySpan<byte> bytes)
    {
        var value = ValueCodec.Read(kind, bytes);
        switch (kind)
        {
            case StoredKind.LocalTime:
                AppendInt64(key, value.NanosOfDay);
                break;
            case StoredKind.Time:
                AppendInt64(key, value.NanosOfDay - (value.OffsetSeconds * 1_000_000_000L));
                AppendInt32(key, value.OffsetSeconds);
                break;
            case StoredKind.LocalDateTime:
                AppendInt64(key, value.EpochSecond);
                AppendInt32(key, value.NanosOfSecond);
                break;
            case StoredKind.Duration:
                AppendDuration(key, value.AsDuration);
                break;
            case StoredKind.Point:
                AppendPoint(key, value.AsPoint);
                break;
            default:
                AppendInt64(key, value.EpochSecond);
                AppendInt32(key, value.NanosOfSecond);
                AppendInt32(key, value.OffsetSeconds);
                AppendWideText(key, value.Zone.Name ?? "");
                key.Write(0);
                break;
        }
    }

    private static void AppendDuration(ByteBuffer key, DurationValue duration)
    {
        BinaryPrimitives.WriteInt128BigEndian(key.Append(16), duration.AverageNanos ^ Int128.MinValue);
        AppendInt64(key, duration.Months);
        AppendInt64(key, duration.Days);
    }

    private static void AppendPoint(ByteBuffer key, PointValue point)
    {
        AppendInt32(key, (int)point.System);
        AppendDouble(key, point.X);
        AppendDouble(key, point.Y);
        if (point.HasZ)
        {
            AppendDouble(key, point.Z);
        }
    }
}
