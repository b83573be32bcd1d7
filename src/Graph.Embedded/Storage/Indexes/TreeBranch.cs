namespace Graph.Embedded.Storage.Indexes;

/// <summary>Subtrees of an index in order, each but the first with the smallest entry that may stand in it.</summary>
internal sealed class TreeBranch : TreeNode
{
    public const int MaxCount = 64;

    private readonly TreeNode[] _children = new TreeNode[MaxCount];
    private readonly byte[][] _keys = new byte[MaxCount][];
    private readonly int[] _ids = new int[MaxCount];

    public TreeBranch(long owner, TreeNode first) : base(owner)
    {
        _children[0] = first;
        _keys[0] = [];
        Count = 1;
    }

    private TreeBranch(long owner, TreeBranch other, int from, int to) : base(owner)
    {
        Array.Copy(other._children, from, _children, 0, to - from);
        Array.Copy(other._keys, from, _keys, 0, to - from);
        Array.Copy(other._ids, from, _ids, 0, to - from);
        Count = to - from;
    }

    public int Count { get; private set; }

    public bool IsFull => Count == MaxCount;

    public TreeNode ChildAt(int index) => _children[index];

    public ReadOnlySpan<byte> KeyAt(int index) => _keys[index];

    public int IdAt(int index) => _ids[index];

    /// <summary>Place of the child in which the entry stands or belongs.</summary>
    public int ChildFor(ReadOnlySpan<byte> key, int id)
    {
        var (low, high) = (1, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = Compare(_keys[middle], _ids[middle], key, id) <= 0 ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }

    public TreeBranch CopyFor(long owner) => new(owner, this, 0, Count);

    /// <summary>Moves the children from <paramref name="index"/> on into a branch of their own.</summary>
    public TreeBranch SplitAt(int index)
    {
        var right = new TreeBranch(Owner, this, index, Count);
        Array.Clear(_children, index, Count - index);
        Array.Clear(_keys, index, Count - index);
        Count = index;
        return right;
    }

    public void Replace(int index, TreeNode child) => _children[index] = child;

    public void Insert(int index, TreeNode child, ReadOnlySpan<byte> key, int id)
    {
        Array.Copy(_children, index, _children, index + 1, Count - index);
        Array.Copy(_keys, index, _keys, index + 1, Count - index);
        Array.Copy(_ids, index, _ids, index + 1, Count - index);
        (_children[index], _keys[index], _ids[index]) = (child, key.ToArray(), id);
        Count++;
    }

    public void RemoveAt(int index)
    {
        Array.Copy(_children, index + 1, _children, index, Count - index - 1);
        Array.Copy(_keys, index + 1, _keys, index, Count - index - 1);
        Array.Copy(_ids, index + 1, _ids, index, Count - index - 1);
        _children[--Count] = null!;
    }
}
