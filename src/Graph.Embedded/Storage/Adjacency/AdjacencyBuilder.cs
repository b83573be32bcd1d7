using Graph.Embedded.Storage.Records;

namespace Graph.Embedded.Storage.Adjacency;

/// <summary>Builds the adjacency of a whole graph from its relationships.</summary>
/// <remarks>
/// Node after node and without room to spare, so that what is walked together lies together; adding one by one leaves a
/// quarter free and scatters the arrays.
/// </remarks>
internal static class AdjacencyBuilder
{
    /// <summary>Fills in the groups of every node; none may have any.</summary>
    public static void Build(NodeTable nodes, RelationshipTable relationships)
    {
        var starts = CountEnds(nodes, relationships);
        var keys = new int[starts[^1]];
        var others = new int[starts[^1]];
        var ids = new int[starts[^1]];
        var next = starts[..^1];
        for (var id = relationships.NextFrom(0); id >= 0; id = relationships.NextFrom(id + 1))
        {
            relationships.TryGet(id, out var record);
            var (start, end, type) = ((int)record.Start, (int)record.End, record.Type);
            Put(start, AdjacencyKey.Of(type, start == end ? AdjacencyKey.Loop : AdjacencyKey.Outgoing), end);
            if (start != end)
            {
                Put(end, AdjacencyKey.Of(type, AdjacencyKey.Incoming), start);
            }

            void Put(int node, int key, int other)
            {
                var place = next[node]++;
                (keys[place], others[place], ids[place]) = (key, other, (int)id);
            }
        }

        for (var node = 0; node < starts.Length - 1; node++)
        {
            if (starts[node] < starts[node + 1])
            {
                var (from, to) = (starts[node], starts[node + 1]);
                nodes.SetGroups(node, Group(keys.AsSpan(from..to), others.AsSpan(from..to), ids.AsSpan(from..to)));
            }
        }
    }

    /// <summary>For each node, and one beyond, how many ends of relationships stand at the nodes before it.</summary>
    private static int[] CountEnds(NodeTable nodes, RelationshipTable relationships)
    {
        var starts = new int[nodes.NextId + 1];
        for (var id = relationships.NextFrom(0); id >= 0; id = relationships.NextFrom(id + 1))
        {
            relationships.TryGet(id, out var record);
            starts[record.Start + 1]++;
            if (record.Start != record.End)
            {
                starts[record.End + 1]++;
            }
        }

        for (var node = 1; node < starts.Length; node++)
        {
            starts[node] = checked(starts[node] + starts[node - 1]);
        }

        return starts;
    }

    // Relationships come in ascending order and must stay so within each group.
    private static AdjacencyGroup[] Group(ReadOnlySpan<int> keys, ReadOnlySpan<int> others, ReadOnlySpan<int> ids)
    {
        var groups = EmptyGroups(keys);
        for (var i = 0; i < keys.Length; i++)
        {
            ref var group = ref groups[AdjacencyGroups.IndexOf(groups, keys[i])];
            group.Entries[group.Count] = others[i];
            group.Entries[group.Capacity + group.Count++] = ids[i];
        }

        return groups;
    }

    /// <summary>A group for each key, with room for as many entries as the key comes.</summary>
    private static AdjacencyGroup[] EmptyGroups(ReadOnlySpan<int> keys)
    {
        int[] sorted = [.. keys];
        Array.Sort(sorted);
        var distinct = 0;
        for (var i = 0; i < sorted.Length; i++)
        {
            distinct += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
        }

        var groups = new AdjacencyGroup[distinct];
        var next = 0;
        for (var from = 0; from < sorted.Length;)
        {
            var count = sorted.AsSpan(from).IndexOfAnyExcept(sorted[from]);
            count = count < 0 ? sorted.Length - from : count;
            groups[next++] = new AdjacencyGroup { Key = sorted[from], Entries = new int[count * 2] };
            from += count;
        }

        return groups;
    }
}
