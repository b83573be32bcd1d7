namespace Graph.Embedded.Storage.Log;

/// <summary>A change in a commit's record. The numbers stand in files: never change or reuse one.</summary>
internal enum ChangeKind : byte
{
    /// <summary>Id, count of labels, labels, properties.</summary>
    CreateNode = 1,

    /// <summary>Id, type, start, end, properties.</summary>
    CreateRelationship = 2,

    /// <summary>Id, key, kind, bytes; for a relationship likewise.</summary>
    SetNodeProperty = 3,
    SetRelationshipProperty = 4,

    /// <summary>Id, key; for a relationship likewise.</summary>
    RemoveNodeProperty = 5,
    RemoveRelationshipProperty = 6,

    /// <summary>Id, label.</summary>
    AddLabel = 7,
    RemoveLabel = 8,

    /// <summary>Id.</summary>
    DeleteNode = 9,
    DeleteRelationship = 10,

    /// <summary>A rule, as <see cref="Schema.SchemaCodec"/> writes it.</summary>
    CreateSchema = 11,

    /// <summary>A name.</summary>
    DropSchema = 12,

    /// <summary>Table, first new id, names.</summary>
    AddTokens = 13,
}
