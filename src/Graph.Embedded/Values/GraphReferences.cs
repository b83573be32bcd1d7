using System.Collections.Immutable;

namespace Graph.Embedded.Values;

/// <summary>A node with its labels and properties as a result gives it; inside a query a node value carries only its id.</summary>
public sealed record NodeReference(long Id, ImmutableArray<string> Labels, ValueMap Properties);

/// <summary>A relationship with its type, ends and properties as a result gives it.</summary>
public sealed record RelationshipReference(long Id, string Type, long StartId, long EndId, ValueMap Properties);

/// <summary>A path: one more node than relationships, each a value of kind Node or Relationship.</summary>
public sealed class PathReference(Value[] nodes, Value[] relationships)
{
    public IReadOnlyList<Value> Nodes => NodeArray;

    public IReadOnlyList<Value> Relationships => RelationshipArray;

    internal Value[] NodeArray { get; } = nodes;

    internal Value[] RelationshipArray { get; } = relationships;
}
