namespace Graph.Embedded.Storage.Records;

/// <summary>The fixed part of a relationship.</summary>
internal struct RelationshipSlot
{
    /// <summary>Type plus one; 0 for no relationship here, so that a fresh page is empty.</summary>
    public int TypeMark;
    public int Start;
    public int End;
}

/// <summary>512 relationships side by side.</summary>
internal sealed class RelationshipPage : IPage<RelationshipPage>
{
    public const int Bits = 9;
    public const int Size = 1 << Bits;
    public const int Mask = Size - 1;

    private RelationshipPage(long owner, RelationshipSlot[] slots, byte[]?[]? properties) =>
        (Owner, Slots, Properties) = (owner, slots, properties);

    public long Owner { get; }

    public RelationshipSlot[] Slots { get; }

    /// <summary>Null while no relationship of the page has a property.</summary>
    public byte[]?[]? Properties { get; private set; }

    public int Count { get; set; }

    public static RelationshipPage CreateFor(long owner) => new(owner, new RelationshipSlot[Size], null);

    public RelationshipPage CopyFor(long owner) =>
        new(owner, [.. Slots], Properties is null ? null : [.. Properties]) { Count = Count };

    public void PutProperties(int slot, byte[]? properties)
    {
        if (properties is not null || Properties is not null)
        {
            Properties ??= new byte[]?[Size];
            Properties[slot] = properties;
        }
    }
}
