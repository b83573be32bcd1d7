namespace Graph.Embedded.Binding;

/// <summary>Where a row keeps a variable: entities as ids (-1 for null), everything else as values.</summary>
internal readonly record struct Slot(bool IsId, int Index);

/// <summary>A variable of a query after names were resolved; each has a slot of its own in the row.</summary>
internal sealed class Symbol(string name, StaticType type, Slot slot, bool isHidden = false)
{
    public string Name { get; } = name;

    public StaticType Type { get; } = type;

    public Slot Slot { get; } = slot;

    /// <summary>Whether the query did not name it.</summary>
    public bool IsHidden { get; } = isHidden;

    public bool IsNode => Slot.IsId && Type.Kinds == TypeSet.Node;

    public bool IsRelationship => Slot.IsId && Type.Kinds == TypeSet.Relationship;

    public override string ToString() => Name;
}

/// <summary>Hands out slots, one after another, for a whole statement.</summary>
internal sealed class SlotAllocator
{
    private int _hidden;

    public int IdCount { get; private set; }

    public int ValueCount { get; private set; }

    public Symbol Create(string name, StaticType type, bool isHidden = false)
    {
        var isId = type.Kinds is TypeSet.Node or TypeSet.Relationship;
        return new Symbol(name, type, isId ? new Slot(true, IdCount++) : new Slot(false, ValueCount++), isHidden);
    }

    public Symbol CreateHidden(string stem, StaticType type) => Create($"{stem}_{_hidden++}", type, isHidden: true);
}
