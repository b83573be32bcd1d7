using Graph.Embedded.Storage.Adjacency;

namespace Graph.Embedded.Storage.Records;

/// <summary>256 nodes side by side.</summary>
internal sealed class NodePage : IPage<NodePage>
{
    public const int Bits = 8;
    public const int Size = 1 << Bits;
    public const int Mask = Size - 1;

    /// <summary>In place of a label set: no node here.</summary>
    public const int Absent = -1;

    private readonly ulong[] _ownedGroups = new ulong[Size / 64];

    private NodePage(long owner, int[] labelSets, AdjacencyGroup[]?[] groups, byte[]?[] properties)
    {
        Owner = owner;
        LabelSets = labelSets;
        Groups = groups;
        Properties = properties;
    }

    public long Owner { get; }

    /// <summary>Number of the node's label set, or <see cref="Absent"/>.</summary>
    public int[] LabelSets { get; }

    /// <summary>Relationships of each node; a deleted node keeps them until they are deleted too.</summary>
    public AdjacencyGroup[]?[] Groups { get; }

    public byte[]?[] Properties { get; }

    public int Count { get; set; }

    public static NodePage CreateFor(long owner)
    {
        var labelSets = new int[Size];
        labelSets.AsSpan().Fill(Absent);
        return new NodePage(owner, labelSets, new AdjacencyGroup[]?[Size], new byte[]?[Size]);
    }

    public NodePage CopyFor(long owner) =>
        new(owner, [.. LabelSets], [.. Groups], [.. Properties]) { Count = Count };

    /// <summary>The groups of a node for changing their counts; the page must be owned.</summary>
    public AdjacencyGroup[] OwnGroups(int slot)
    {
        var groups = Groups[slot] ?? [];
        if (!OwnsGroups(slot))
        {
            groups = [.. groups];
            PutGroups(slot, groups);
        }

        return groups;
    }

    public void PutGroups(int slot, AdjacencyGroup[]? groups)
    {
        Groups[slot] = groups;
        _ownedGroups[slot >> 6] |= 1UL << slot;
    }

    private bool OwnsGroups(int slot) => (_ownedGroups[slot >> 6] & (1UL << slot)) != 0;
}
