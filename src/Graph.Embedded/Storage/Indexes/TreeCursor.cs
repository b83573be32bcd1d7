namespace Graph.Embedded.Storage.Indexes;

/// <summary>Walks the entries of a version of an index in order; call <see cref="MoveNext"/> before the first read.</summary>
/// <remarks>
/// Keeps no way back up the tree: behind the last entry of a leaf the next leaf is sought from the root, which costs little
/// for each entry and makes a cursor small.
/// </remarks>
internal struct TreeCursor
{
    private readonly TreeNode? _root;
    private TreeLeaf? _leaf;
    private int _index;

    public TreeCursor(TreeNode? root, ReadOnlySpan<byte> key)
    {
        _root = root;
        while (root is TreeBranch branch)
        {
            root = branch.ChildAt(branch.ChildFor(key, int.MinValue));
        }

        _leaf = (TreeLeaf?)root;
        _index = (_leaf?.LowerBound(key, int.MinValue) ?? 0) - 1;
        if (_leaf is not null && _index + 1 == _leaf.Count)
        {
            MoveToLeafAfter(key, int.MinValue);
        }
    }

    public readonly ReadOnlySpan<byte> Key => _leaf!.KeyAt(_index);

    public readonly int Id => _leaf!.IdAt(_index);

    public bool MoveNext()
    {
        if (_leaf is null)
        {
            return false;
        }

        if (_index + 1 == _leaf.Count)
        {
            MoveToLeafAfter(Key, Id);
        }

        _index++;
        return _leaf is not null;
    }

    // The way to the entry turned off somewhere; the next leaf is the first one right of the lowest such place.
    private void MoveToLeafAfter(ReadOnlySpan<byte> key, int id)
    {
        TreeNode? right = null;
        var node = _root;
        while (node is TreeBranch branch)
        {
            var index = branch.ChildFor(key, id);
            right = index + 1 < branch.Count ? branch.ChildAt(index + 1) : right;
            node = branch.ChildAt(index);
        }

        while (right is TreeBranch inner)
        {
            right = inner.ChildAt(0);
        }

        (_leaf, _index) = ((TreeLeaf?)right, -1);
    }
}
