namespace Graph.Embedded.Storage.Snapshots;

/// <summary>What a block of a snapshot holds. The numbers stand in files: never change or reuse one.</summary>
internal enum BlockKind : byte
{
    /// <summary>Tokens of one table.</summary>
    Tokens = 1,

    /// <summary>Sets of labels in order of their numbers: of each a count and labels.</summary>
    LabelSets = 2,

    /// <summary>Of each node: distance of its id from the one before, label set, properties.</summary>
    Nodes = 3,

    /// <summary>Of each relationship: distance of its id from the one before, type, start, end, properties.</summary>
    Relationships = 4,

    /// <summary>Rules; the indexes of constraints are left out.</summary>
    Schema = 5,

    /// <summary>Counts of nodes and relationships, next ids. The last block.</summary>
    End = 6,
}
