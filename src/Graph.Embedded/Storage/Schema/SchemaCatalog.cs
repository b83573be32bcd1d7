using System.Collections.Immutable;

namespace Graph.Embedded.Storage;

/// <summary>What an index or constraint is about.</summary>
public enum SchemaEntity : byte
{
    Node,
    Relationship,
}

public enum IndexKind : byte
{
    Range,
    Text,
    Point,
    FullText,

    /// <summary>The token look-up index that Neo4j has by default; answered from the label and type scans.</summary>
    Lookup,
}

public enum ConstraintKind : byte
{
    Unique,
    Existence,
    Key,
    PropertyType,
}

/// <summary>A named index or constraint.</summary>
public abstract record SchemaRule(string Name, SchemaEntity Entity);

/// <param name="Tokens">Labels or types (several only for full-text).</param>
/// <param name="Keys">Property keys in order.</param>
/// <param name="OwningConstraint">Name of the constraint it belongs to; null for none.</param>
public sealed record IndexDefinition(
    string Name, SchemaEntity Entity, IndexKind Kind, ImmutableArray<int> Tokens, ImmutableArray<int> Keys,
    string? OwningConstraint) : SchemaRule(Name, Entity);

/// <param name="Token">Label or type.</param>
/// <param name="Keys">Property keys in order.</param>
/// <param name="PropertyType">For <see cref="ConstraintKind.PropertyType"/>: the Cypher type, such as <c>STRING</c>.</param>
public sealed record ConstraintDefinition(
    string Name, SchemaEntity Entity, ConstraintKind Kind, int Token, ImmutableArray<int> Keys,
    string? PropertyType) : SchemaRule(Name, Entity);

/// <summary>Every index and constraint, ordered by name.</summary>
public sealed record SchemaCatalog(
    ImmutableArray<IndexDefinition> Indexes, ImmutableArray<ConstraintDefinition> Constraints)
{
    public static readonly SchemaCatalog Empty = new([], []);
}
