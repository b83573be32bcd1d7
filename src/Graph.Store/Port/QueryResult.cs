using System.Collections.Immutable;

namespace Graph.Store.Port;

/// <summary>The rows of a statement, read to the end.</summary>
/// <param name="Columns">Column names in order.</param>
/// <param name="Rows">One value a column: null, bool, long, double, string, <c>IReadOnlyList&lt;object?&gt;</c>, <c>IReadOnlyDictionary&lt;string, object?&gt;</c>, <see cref="NodeValue"/>, <see cref="RelationshipValue"/>, <see cref="PathValue"/>; temporal values and points as their Cypher text.</param>
/// <param name="Counters">What the statement changed.</param>
public sealed record QueryResult(
    ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<object?>> Rows, UpdateCounters Counters);

/// <summary>How much a statement changed.</summary>
public sealed record UpdateCounters(
    long NodesCreated, long NodesDeleted, long RelationshipsCreated, long RelationshipsDeleted,
    long PropertiesSet, long LabelsAdded, long LabelsRemoved, long ConstraintsAdded, long IndexesAdded)
{
    /// <summary>Nothing changed.</summary>
    public static readonly UpdateCounters None = new(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>The changes of two statements together.</summary>
    public static UpdateCounters operator +(UpdateCounters left, UpdateCounters right) => new(
        left.NodesCreated + right.NodesCreated,
        left.NodesDeleted + right.NodesDeleted,
        left.RelationshipsCreated + right.RelationshipsCreated,
        left.RelationshipsDeleted + right.RelationshipsDeleted,
        left.PropertiesSet + right.PropertiesSet,
        left.LabelsAdded + right.LabelsAdded,
        left.LabelsRemoved + right.LabelsRemoved,
        left.ConstraintsAdded + right.ConstraintsAdded,
        left.IndexesAdded + right.IndexesAdded);
}

/// <summary>A node of a result. <paramref name="ElementId"/> is only comparable within one database.</summary>
public sealed record NodeValue(
    string ElementId, ImmutableArray<string> Labels, ImmutableSortedDictionary<string, object?> Properties);

/// <summary>A relationship of a result.</summary>
public sealed record RelationshipValue(
    string ElementId, string Type, string StartElementId, string EndElementId,
    ImmutableSortedDictionary<string, object?> Properties);

/// <summary>A path of a result: one more node than relationships.</summary>
public sealed record PathValue(ImmutableArray<NodeValue> Nodes, ImmutableArray<RelationshipValue> Relationships);
