using System.Buffers.Binary;
using Graph.Embedded.Values;

namespace Graph.Embedded.Storage.Records;

/// <summary>The properties of one entity in one array: no object a value, no pointer for the collector, the same bytes in files.</summary>
/// <remarks>
/// Immutable. No properties is a null array. Layout: count (one byte, up to 254); count times key and kind (key in the
/// upper 24 bits, ascending); count times the end of its bytes (16 bits); the bytes. More properties, or more bytes than
/// 16 bits count, have 255 for the count, then the count and the ends in 32 bits.
/// </remarks>
internal readonly ref struct PropertyBlob
{
    public const int WideMark = 255;
    public const int MaxKey = (1 << 24) - 1;

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly int _keys;
    private readonly bool _wide;

    public PropertyBlob(byte[]? bytes)
    {
        _bytes = bytes;
        if (bytes is null)
        {
            return;
        }

        _wide = bytes[0] == WideMark;
        Count = _wide ? BinaryPrimitives.ReadInt32LittleEndian(_bytes[1..]) : bytes[0];
        _keys = _wide ? 5 : 1;
    }

    public int Count { get; }

    public int KeyAt(int index) => (int)(EntryAt(index) >> 8);

    public StoredKind KindAt(int index) => (StoredKind)(byte)EntryAt(index);

    public ReadOnlySpan<byte> BytesAt(int index)
    {
        var values = _keys + (Count * (_wide ? 8 : 6));
        var start = index == 0 ? 0 : EndAt(index - 1);
        return _bytes[(values + start)..(values + EndAt(index))];
    }

    public Value ValueAt(int index) => ValueCodec.Read(KindAt(index), BytesAt(index));

    /// <summary>Place of the key; -1 where the entity has no such property.</summary>
    public int IndexOf(int key)
    {
        for (var i = 0; i < Count; i++)
        {
            var found = KeyAt(i);
            if (found >= key)
            {
                return found == key ? i : -1;
            }
        }

        return -1;
    }

    public static Value Read(byte[]? bytes, int key)
    {
        var blob = new PropertyBlob(bytes);
        var index = blob.IndexOf(key);
        return index < 0 ? Value.Null : blob.ValueAt(index);
    }

    public static void ReadAll(byte[]? bytes, List<KeyValuePair<int, Value>> into)
    {
        var blob = new PropertyBlob(bytes);
        for (var i = 0; i < blob.Count; i++)
        {
            into.Add(new(blob.KeyAt(i), blob.ValueAt(i)));
        }
    }

    private uint EntryAt(int index) => BinaryPrimitives.ReadUInt32LittleEndian(_bytes[(_keys + (index * 4))..]);

    private int EndAt(int index)
    {
        var ends = _bytes[(_keys + (Count * 4))..];
        return _wide
            ? BinaryPrimitives.ReadInt32LittleEndian(ends[(index * 4)..])
            : BinaryPrimitives.ReadUInt16LittleEndian(ends[(index * 2)..]);
    }
}
