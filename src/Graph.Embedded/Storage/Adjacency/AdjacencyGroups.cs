namespace Graph.Embedded.Storage.Adjacency;

/// <summary>Finds groups of a node and selects those an expansion asks for.</summary>
internal static class AdjacencyGroups
{
    /// <summary>Groups that a selection can name by bits.</summary>
    public const int MaskBits = 64;

    /// <summary>Place of the group; the complement of where it belongs when there is none.</summary>
    public static int IndexOf(AdjacencyGroup[] groups, int key)
    {
        var (low, high) = (0, groups.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var found = groups[middle].Key;
            if (found == key)
            {
                return middle;
            }

            (low, high) = found < key ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }

    public static bool IsSelected(int key, Direction direction, ReadOnlySpan<int> types) =>
        AdjacencyKey.Matches(AdjacencyKey.WayOf(key), direction)
        && (types.IsEmpty || types.Contains(AdjacencyKey.TypeOf(key)));

    /// <summary>The groups asked for as bits; only for up to <see cref="MaskBits"/> groups.</summary>
    public static ulong Select(AdjacencyGroup[] groups, Direction direction, ReadOnlySpan<int> types)
    {
        ulong mask = 0;
        for (var i = 0; i < groups.Length; i++)
        {
            if (IsSelected(groups[i].Key, direction, types))
            {
                mask |= 1UL << i;
            }
        }

        return mask;
    }

    /// <summary>The places of the groups asked for.</summary>
    public static int[] Places(AdjacencyGroup[] groups, Direction direction, ReadOnlySpan<int> types)
    {
        var places = new List<int>();
        for (var i = 0; i < groups.Length; i++)
        {
            if (IsSelected(groups[i].Key, direction, types))
            {
                places.Add(i);
            }
        }

        return [.. places];
    }

    public static long Count(AdjacencyGroup[] groups, Direction direction, ReadOnlySpan<int> types)
    {
        long count = 0;
        foreach (ref readonly var group in groups.AsSpan())
        {
            if (IsSelected(group.Key, direction, types))
            {
                count += group.Count;
            }
        }

        return count;
    }

    public static AdjacencyGroup[] Insert(AdjacencyGroup[] groups, int index, int key)
    {
        var grown = new AdjacencyGroup[groups.Length + 1];
        groups.AsSpan(0, index).CopyTo(grown);
        groups.AsSpan(index).CopyTo(grown.AsSpan(index + 1));
        grown[index] = new AdjacencyGroup { Key = key, Entries = [] };
        return grown;
    }
}
