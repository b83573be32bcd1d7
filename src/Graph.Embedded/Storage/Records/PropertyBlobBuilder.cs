using System.Buffers.Binary;
using Graph.Embedded.Storage.Binary;
using Graph.Embedded.Values;

namespace Graph.Embedded.Storage.Records;

/// <summary>Puts property blobs together; reused, for one thread.</summary>
internal sealed class PropertyBlobBuilder
{
    private readonly ByteBuffer _values = new();
    private uint[] _entries = new uint[16];
    private int[] _ends = new int[16];
    private int _count;

    /// <summary>The blob with one property set, or removed by a null value.</summary>
    public byte[]? With(byte[]? bytes, int key, Value value) => With(bytes, [new(key, value)]);

    /// <summary>The blob with the properties set; they ascend by key, and a null value removes.</summary>
    public byte[]? With(byte[]? bytes, ReadOnlySpan<KeyValuePair<int, Value>> changes)
    {
        Begin();
        var old = new PropertyBlob(bytes);
        var next = 0;
        foreach (var (key, value) in changes)
        {
            for (; next < old.Count && old.KeyAt(next) < key; next++)
            {
                Add(old.KeyAt(next), old.KindAt(next), old.BytesAt(next));
            }

            if (next < old.Count && old.KeyAt(next) == key)
            {
                next++;
            }

            if (!value.IsNull)
            {
                Add(key, value);
            }
        }

        for (; next < old.Count; next++)
        {
            Add(old.KeyAt(next), old.KindAt(next), old.BytesAt(next));
        }

        return Build();
    }

    /// <summary>The blob with one property set to a value as it is stored.</summary>
    public byte[]? With(byte[]? bytes, int key, StoredKind kind, ReadOnlySpan<byte> value)
    {
        Begin();
        var old = new PropertyBlob(bytes);
        var next = 0;
        for (; next < old.Count && old.KeyAt(next) < key; next++)
        {
            Add(old.KeyAt(next), old.KindAt(next), old.BytesAt(next));
        }

        Add(key, kind, value);
        for (next += next < old.Count && old.KeyAt(next) == key ? 1 : 0; next < old.Count; next++)
        {
            Add(old.KeyAt(next), old.KindAt(next), old.BytesAt(next));
        }

        return Build();
    }

    private void Begin()
    {
        _values.Clear();
        _count = 0;
    }

    private void Add(int key, Value value)
    {
        if (key > PropertyBlob.MaxKey)
        {
            throw new StorageException(StorageErrorKind.MemoryLimit, "The graph has more than 16,777,216 property keys.");
        }

        Close(key, ValueCodec.Write(value, _values));
    }

    private void Add(int key, StoredKind kind, ReadOnlySpan<byte> bytes)
    {
        _values.Write(bytes);
        Close(key, kind);
    }

    private void Close(int key, StoredKind kind)
    {
        if (_count == _entries.Length)
        {
            Array.Resize(ref _entries, _count * 2);
            Array.Resize(ref _ends, _count * 2);
        }

        _entries[_count] = ((uint)key << 8) | (byte)kind;
        _ends[_count++] = _values.Length;
    }

    private byte[]? Build()
    {
        if (_count == 0)
        {
            return null;
        }

        var isWide = _count >= PropertyBlob.WideMark || _values.Length > ushort.MaxValue;
        var head = isWide ? 5 + (_count * 8) : 1 + (_count * 6);
        var bytes = new byte[head + _values.Length];
        var rest = bytes.AsSpan();
        if (isWide)
        {
            rest[0] = PropertyBlob.WideMark;
            BinaryPrimitives.WriteInt32LittleEndian(rest[1..], _count);
            rest = rest[5..];
        }
        else
        {
            rest[0] = (byte)_count;
            rest = rest[1..];
        }

        for (var i = 0; i < _count; i++, rest = rest[4..])
        {
            BinaryPrimitives.WriteUInt32LittleEndian(rest, _entries[i]);
        }

        WriteEnds(rest, isWide);
        _values.Span.CopyTo(bytes.AsSpan(head));
        return bytes;
    }

    private void WriteEnds(Span<byte> rest, bool isWide)
    {
        for (var i = 0; i < _count; i++)
        {
            if (isWide)
            {
                BinaryPrimitives.WriteInt32LittleEndian(rest[(i * 4)..], _ends[i]);
            }
            else
            {
                BinaryPrimitives.WriteUInt16LittleEndian(rest[(i * 2)..], (ushort)_ends[i]);
            }
        }
    }
}
