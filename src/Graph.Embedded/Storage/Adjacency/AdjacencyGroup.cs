namespace Graph.Embedded.Storage.Adjacency;

/// <summary>The relationships of one node that have one type and run one way.</summary>
/// <remarks>
/// <see cref="Entries"/> holds in its first half the nodes at the other end, in its second half, at the same places, the
/// relationships, ascending. Versions share the array: a new relationship is written behind the <see cref="Count"/> of
/// every older version, where none of them reads, so adding is O(1) and copies nothing. Taking one away marks it in a
/// copy by the complement of its id, and by -1 for the other end; the marks are gone before the version is published.
/// </remarks>
internal struct AdjacencyGroup
{
    /// <summary>See <see cref="AdjacencyKey"/>.</summary>
    public int Key;

    /// <summary>Entries that belong to this version, marked ones included.</summary>
    public int Count;

    public int[] Entries;

    public readonly int Capacity => Entries.Length / 2;

    public readonly ReadOnlySpan<int> Others => Entries.AsSpan(0, Count);

    public readonly ReadOnlySpan<int> Relationships => Entries.AsSpan(Entries.Length / 2, Count);
}

/// <summary>Type and way of a group in one number, so that the groups of a node sort by type.</summary>
internal static class AdjacencyKey
{
    public const int Outgoing = 0;
    public const int Incoming = 1;

    /// <summary>A loop belongs to both ways but stands once, so that it is met once and counted once.</summary>
    public const int Loop = 2;

    public const int MaxType = (1 << 29) - 1;

    public static int Of(int type, int way) => (type << 2) | way;

    public static int TypeOf(int key) => key >> 2;

    public static int WayOf(int key) => key & 3;

    /// <summary>Whether groups of the way hold relationships of the direction.</summary>
    public static bool Matches(int way, Direction direction) => direction switch
    {
        Direction.Outgoing => way != Incoming,
        Direction.Incoming => way != Outgoing,
        _ => true,
    };
}
