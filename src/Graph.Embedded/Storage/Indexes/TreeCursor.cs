namespace Graph.Embedded.Storage.Indexes;

/// <summary>Walks the entries of a version of an index in order; call <see cref="MoveNext"/> before the first read.</summary>
internal sealed class TreeCursor
{
    // The way to the leaf: each branch with the place of the child below.
    private readonly List<(TreeBranch Branch, int Index)> _way = new(4);
    private TreeLeaf? _leaf;
    private int _index;

    public TreeCursor(TreeNode? root, ReadOnlySpan<byte> key)
    {
        while (root is TreeBranch branch)
        {
            var index = branch.ChildFor(key, int.MinValue);
            _way.Add((branch, index));
            root = branch.ChildAt(index);
        }

        _leaf = (TreeLeaf?)root;
        _index = (_leaf?.LowerBound(key, int.MinValue) ?? 0) - 1;
    }

    public ReadOnlySpan<byte> Key => _leaf!.KeyAt(_index);

    public int Id => _leaf!.IdAt(_index);

    public bool MoveNext()
    {
        _index++;
        while (_leaf is not null && _index >= _leaf.Count)
        {
            MoveToNextLeaf();
        }

        return _leaf is not null;
    }

    private void MoveToNextLeaf()
    {
        while (_way.Count > 0)
        {
            var (branch, index) = _way[^1];
            _way.RemoveAt(_way.Count - 1);
            if (index + 1 < branch.Count)
            {
                Descend(branch, index + 1);
                return;
            }
        }

        _leaf = null;
    }

    private void Descend(TreeBranch branch, int index)
    {
        _way.Add((branch, index));
        var child = branch.ChildAt(index);
        while (child is TreeBranch inner)
        {
            _way.Add((inner, 0));
            child = inner.ChildAt(0);
        }

        (_leaf, _index) = ((TreeLeaf)child, 0);
    }
}
