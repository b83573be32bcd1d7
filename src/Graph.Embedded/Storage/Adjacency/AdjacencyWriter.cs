using Graph.Embedded.Storage.Records;

namespace Graph.Embedded.Storage.Adjacency;

/// <summary>One writer's changes to the adjacency of nodes.</summary>
internal sealed class AdjacencyWriter(NodeTable nodes)
{
    private const int Mark = -1;

    // Arrays this writer copied to mark entries in, each with where it belongs and how many entries are marked.
    private readonly Dictionary<int[], MarkedGroup> _marked = new(ReferenceEqualityComparer.Instance);

    public bool HasMarks => _marked.Count > 0;

    public void Add(int relationship, int type, int start, int end)
    {
        if (start == end)
        {
            Append(start, AdjacencyKey.Of(type, AdjacencyKey.Loop), end, relationship);
            return;
        }

        Append(start, AdjacencyKey.Of(type, AdjacencyKey.Outgoing), end, relationship);
        Append(end, AdjacencyKey.Of(type, AdjacencyKey.Incoming), start, relationship);
    }

    public void Remove(RelationshipRecord relationship)
    {
        var (id, type, start, end) = ((int)relationship.Id, relationship.Type, (int)relationship.Start, (int)relationship.End);
        if (start == end)
        {
            MarkEntry(start, AdjacencyKey.Of(type, AdjacencyKey.Loop), id);
            return;
        }

        MarkEntry(start, AdjacencyKey.Of(type, AdjacencyKey.Outgoing), id);
        MarkEntry(end, AdjacencyKey.Of(type, AdjacencyKey.Incoming), id);
    }

    /// <summary>Marked entries among the groups asked for.</summary>
    public long CountMarked(AdjacencyGroup[] groups, Direction direction, ReadOnlySpan<int> types)
    {
        long count = 0;
        foreach (ref readonly var group in groups.AsSpan())
        {
            if (AdjacencyGroups.IsSelected(group.Key, direction, types) && _marked.TryGetValue(group.Entries, out var marked))
            {
                count += marked.Count;
            }
        }

        return count;
    }

    /// <summary>Closes the gaps that removing left; to be called before the version is published.</summary>
    public void Compact()
    {
        foreach (var (entries, marked) in _marked)
        {
            Compact(marked.Node, marked.Key, entries, marked.Count);
        }

        _marked.Clear();
    }

    private void Append(int node, int key, int other, int relationship)
    {
        var groups = nodes.OwnGroups(node);
        var index = AdjacencyGroups.IndexOf(groups, key);
        if (index < 0)
        {
            index = ~index;
            groups = AdjacencyGroups.Insert(groups, index, key);
            nodes.SetGroups(node, groups);
        }

        ref var group = ref groups[index];
        if (group.Count == group.Capacity)
        {
            Grow(ref group);
        }

        group.Entries[group.Count] = other;
        group.Entries[group.Capacity + group.Count] = relationship;
        group.Count++;
    }

    // By a quarter: most nodes have few relationships, and room never used is memory of every node.
    private void Grow(ref AdjacencyGroup group)
    {
        var old = group.Entries;
        Resize(ref group, group.Count + Math.Max(group.Count < 4 ? 1 : 2, group.Count / 4));
        if (_marked.Count > 0 && _marked.Remove(old, out var marked))
        {
            _marked[group.Entries] = marked;
        }
    }

    private static void Resize(ref AdjacencyGroup group, int capacity)
    {
        var entries = new int[capacity * 2];
        group.Others.CopyTo(entries);
        group.Relationships.CopyTo(entries.AsSpan(capacity));
        group.Entries = entries;
    }

    private void MarkEntry(int node, int key, int relationship)
    {
        var groups = nodes.OwnGroups(node);
        ref var group = ref groups[AdjacencyGroups.IndexOf(groups, key)];
        if (!_marked.TryGetValue(group.Entries, out var marked))
        {
            Resize(ref group, group.Capacity);
            marked = new MarkedGroup(node, key);
            _marked.Add(group.Entries, marked);
        }

        var entries = group.Entries.AsSpan(group.Capacity, group.Count);
        var place = IndexOf(entries, relationship);
        entries[place] = Mark - relationship;
        group.Entries[place] = Mark;
        marked.Count++;
    }

    // Marked entries keep their place in the order: the complement of an id tells it still.
    private static int IndexOf(ReadOnlySpan<int> relationships, int relationship)
    {
        var (low, high) = (0, relationships.Length - 1);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var found = relationships[middle];
            (low, high) = (found < 0 ? Mark - found : found) < relationship ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private void Compact(int node, int key, int[] entries, int marked)
    {
        var groups = nodes.OwnGroups(node);
        var index = AdjacencyGroups.IndexOf(groups, key);
        var group = groups[index];
        if (marked == group.Count)
        {
            nodes.SetGroups(node, groups.Length == 1 ? null : [.. groups[..index], .. groups[(index + 1)..]]);
            return;
        }

        var left = group.Count - marked;
        var compacted = new int[left * 2];
        var half = entries.Length / 2;
        for (int from = 0, to = 0; from < group.Count; from++)
        {
            if (entries[half + from] >= 0)
            {
                compacted[to] = entries[from];
                compacted[left + to++] = entries[half + from];
            }
        }

        groups[index].Entries = compacted;
        groups[index].Count = left;
    }

    private sealed class MarkedGroup(int node, int key)
    {
        public int Node { get; } = node;

        public int Key { get; } = key;

        public int Count { get; set; }
    }
}
