namespace Graph.Embedded.Storage.Indexes;

/// <summary>Keys and ids in order: a B+ tree whose versions share what did not change.</summary>
/// <remarks>A writer copies the nodes on the way to an entry the first time it changes them; readers walk their own root.</remarks>
internal sealed class IndexTree
{
    private readonly long _owner;

    public IndexTree() : this(null, 0, 0)
    {
    }

    private IndexTree(TreeNode? root, long count, long owner) => (Root, Count, _owner) = (root, count, owner);

    public TreeNode? Root { get; private set; }

    public long Count { get; private set; }

    public IndexTree Fork(long owner) => new(Root, Count, owner);

    /// <summary>False where the entry is there already.</summary>
    public bool Insert(ReadOnlySpan<byte> key, int id)
    {
        Root = Own(Root ?? new TreeLeaf(_owner));
        if (Split(Root, true) is { } right)
        {
            var top = new TreeBranch(_owner, Root);
            AddSibling(top, 0, right);
            Root = top;
        }

        if (!InsertBelow(Root, key, id))
        {
            return false;
        }

        Count++;
        return true;
    }

    /// <summary>False where there is no such entry.</summary>
    public bool Remove(ReadOnlySpan<byte> key, int id)
    {
        if (Root is null)
        {
            return false;
        }

        Root = Own(Root);
        if (!RemoveBelow(Root, key, id))
        {
            return false;
        }

        Count--;
        while (Root is TreeBranch { Count: < 2 } top)
        {
            Root = top.Count == 0 ? null : top.ChildAt(0);
        }

        return true;
    }

    public void Clear() => (Root, Count) = (null, 0);

    /// <summary>Id of the first entry with exactly the key; -1 for none.</summary>
    public int FindFirst(ReadOnlySpan<byte> key)
    {
        var cursor = new TreeCursor(Root, key);
        return cursor.MoveNext() && cursor.Key.SequenceEqual(key) ? cursor.Id : -1;
    }

    /// <summary>A cursor before the first entry whose key is at or after the given one.</summary>
    public TreeCursor From(ReadOnlySpan<byte> key) => new(Root, key);

    // Full nodes are split on the way down, so that a split below always finds room above.
    private bool InsertBelow(TreeNode node, ReadOnlySpan<byte> key, int id)
    {
        while (node is TreeBranch branch)
        {
            var index = branch.ChildFor(key, id);
            var child = Own(branch.ChildAt(index));
            branch.Replace(index, child);
            if (Split(child, index == branch.Count - 1) is { } right)
            {
                AddSibling(branch, index, right);
                index = branch.ChildFor(key, id);
                child = branch.ChildAt(index);
            }

            node = child;
        }

        var leaf = (TreeLeaf)node;
        var place = leaf.LowerBound(key, id);
        if (leaf.IsAt(place, key, id))
        {
            return false;
        }

        leaf.Insert(place, key, id);
        return true;
    }

    private bool RemoveBelow(TreeNode node, ReadOnlySpan<byte> key, int id)
    {
        if (node is TreeLeaf leaf)
        {
            var place = leaf.LowerBound(key, id);
            if (!leaf.IsAt(place, key, id))
            {
                return false;
            }

            leaf.RemoveAt(place);
            return true;
        }

        var branch = (TreeBranch)node;
        var index = branch.ChildFor(key, id);
        var child = Own(branch.ChildAt(index));
        branch.Replace(index, child);
        if (!RemoveBelow(child, key, id))
        {
            return false;
        }

        if (child is TreeLeaf { Count: 0 } or TreeBranch { Count: 0 })
        {
            branch.RemoveAt(index);
        }

        return true;
    }

    // The last node of a level keeps all its entries when it splits: keys often arrive in ascending order.
    private static TreeNode? Split(TreeNode node, bool isLast) => node switch
    {
        TreeLeaf { IsFull: true } leaf => leaf.SplitAt(isLast ? leaf.Count - 1 : leaf.Count / 2),
        TreeBranch { IsFull: true } branch => branch.SplitAt(isLast ? branch.Count - 1 : branch.Count / 2),
        _ => null,
    };

    private static void AddSibling(TreeBranch parent, int index, TreeNode right)
    {
        if (right is TreeBranch branch)
        {
            parent.Insert(index + 1, right, branch.KeyAt(0), branch.IdAt(0));
            return;
        }

        var leaf = (TreeLeaf)right;
        parent.Insert(index + 1, right, leaf.KeyAt(0), leaf.IdAt(0));
    }

    private TreeNode Own(TreeNode node) => node switch
    {
        _ when node.Owner == _owner => node,
        TreeLeaf leaf => leaf.CopyFor(_owner),
        _ => ((TreeBranch)node).CopyFor(_owner),
    };
}
