namespace Graph.Embedded.Storage.Indexes;

/// <summary>Entries of an index in order: the bytes of the keys one after another, and the ids.</summary>
internal sealed class TreeLeaf : TreeNode
{
    /// <summary>Entries of a full leaf: few enough to copy and shift cheaply, enough to keep the tree low.</summary>
    public const int MaxCount = 64;

    /// <summary>A leaf with this many bytes of keys is full, if it has two entries to split.</summary>
    public const int MaxBytes = 4096;

    private int[] _ids;
    private int[] _ends;
    private byte[] _bytes;

    public TreeLeaf(long owner) : this(owner, [], [], [], 0)
    {
    }

    private TreeLeaf(long owner, int[] ids, int[] ends, byte[] bytes, int count) : base(owner) =>
        (_ids, _ends, _bytes, Count) = (ids, ends, bytes, count);

    public int Count { get; private set; }

    public bool IsFull => Count == MaxCount || (ByteCount >= MaxBytes && Count > 1);

    private int ByteCount => Count == 0 ? 0 : _ends[Count - 1];

    public int IdAt(int index) => _ids[index];

    public ReadOnlySpan<byte> KeyAt(int index)
    {
        var start = index == 0 ? 0 : _ends[index - 1];
        return _bytes.AsSpan(start, _ends[index] - start);
    }

    /// <summary>Place of the first entry that sorts at or after the given one.</summary>
    public int LowerBound(ReadOnlySpan<byte> key, int id)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = Compare(KeyAt(middle), _ids[middle], key, id) < 0 ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    public bool IsAt(int index, ReadOnlySpan<byte> key, int id) =>
        index < Count && _ids[index] == id && KeyAt(index).SequenceEqual(key);

    public TreeLeaf CopyFor(long owner) => Part(owner, 0, Count, 1);

    /// <summary>Moves the entries from <paramref name="index"/> on into a leaf of their own.</summary>
    public TreeLeaf SplitAt(int index)
    {
        var right = Part(Owner, index, Count, 4);
        var left = Part(Owner, 0, index, 0);
        (_ids, _ends, _bytes, Count) = (left._ids, left._ends, left._bytes, left.Count);
        return right;
    }

    public void Insert(int index, ReadOnlySpan<byte> key, int id)
    {
        var start = index == 0 ? 0 : _ends[index - 1];
        Reserve(key.Length);
        _bytes.AsSpan(start, ByteCount - start).CopyTo(_bytes.AsSpan(start + key.Length));
        key.CopyTo(_bytes.AsSpan(start));
        _ids.AsSpan(index, Count - index).CopyTo(_ids.AsSpan(index + 1));
        _ids[index] = id;
        for (var i = Count; i > index; i--)
        {
            _ends[i] = _ends[i - 1] + key.Length;
        }

        _ends[index] = start + key.Length;
        Count++;
    }

    public void RemoveAt(int index)
    {
        var start = index == 0 ? 0 : _ends[index - 1];
        var length = _ends[index] - start;
        _bytes.AsSpan(_ends[index], ByteCount - _ends[index]).CopyTo(_bytes.AsSpan(start));
        _ids.AsSpan(index + 1, Count - index - 1).CopyTo(_ids.AsSpan(index));
        for (var i = index; i < Count - 1; i++)
        {
            _ends[i] = _ends[i + 1] - length;
        }

        Count--;
    }

    private TreeLeaf Part(long owner, int from, int to, int room)
    {
        var offset = from == 0 ? 0 : _ends[from - 1];
        var count = to - from;
        var bytes = to == 0 ? 0 : _ends[to - 1] - offset;
        var (ids, ends) = (new int[count + room], new int[count + room]);
        _ids.AsSpan(from, count).CopyTo(ids);
        for (var i = 0; i < count; i++)
        {
            ends[i] = _ends[from + i] - offset;
        }

        var keys = new byte[bytes + (count == 0 ? 0 : room * bytes / count)];
        _bytes.AsSpan(offset, bytes).CopyTo(keys);
        return new TreeLeaf(owner, ids, ends, keys, count);
    }

    private void Reserve(int keyLength)
    {
        if (Count == _ids.Length)
        {
            var capacity = Math.Min(MaxCount, Count + Math.Max(4, Count / 2));
            Array.Resize(ref _ids, capacity);
            Array.Resize(ref _ends, capacity);
        }

        if (ByteCount + keyLength > _bytes.Length)
        {
            Array.Resize(ref _bytes, ByteCount + keyLength + (ByteCount / 4));
        }
    }
}
