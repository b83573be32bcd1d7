namespace Graph.Embedded.Values;

/// <summary>Structured values and access to what a value holds. Asking for another kind than it has is a bug.</summary>
public readonly partial struct Value
{
    private static readonly Value[] NoItems = [];

    public static Value EmptyList => new(ValueKind.List, 0, NoItems);

    public static Value Of(ValueMap map) => new(ValueKind.Map, 0, map);

    public static Value Of(NodeReference node) => new(ValueKind.Node, node.Id, node);

    public static Value Of(RelationshipReference relationship) => new(ValueKind.Relationship, relationship.Id, relationship);

    public static Value Of(PathReference path) => new(ValueKind.Path, 0, path);

    /// <summary>A list; a copy of the items.</summary>
    public static Value ListOf(IEnumerable<Value> items) => new(ValueKind.List, 0, items.ToArray());

    /// <summary>A list that takes the array over.</summary>
    internal static Value Of(Value[] items) => new(ValueKind.List, 0, items);

    internal static Value NodeOf(long id) => new(ValueKind.Node, id, null);

    internal static Value RelationshipOf(long id) => new(ValueKind.Relationship, id, null);

    public bool AsBoolean() => Require(ValueKind.Boolean).Bits != 0;

    public long AsInteger() => Require(ValueKind.Integer).Bits;

    public double AsFloat() => BitConverter.Int64BitsToDouble(Require(ValueKind.Float).Bits);

    public string AsString() => (string)Require(ValueKind.String).Reference!;

    public IReadOnlyList<Value> AsList() => Items;

    public ValueMap AsMap() => (ValueMap)Require(ValueKind.Map).Reference!;

    public PathReference AsPath() => (PathReference)Require(ValueKind.Path).Reference!;

    /// <summary>Id of a node or relationship.</summary>
    public long EntityId => Kind is ValueKind.Node or ValueKind.Relationship
        ? Bits
        : throw new InvalidOperationException($"A value of kind {Kind} has no id.");

    /// <summary>The node as a result gives it; null inside a query.</summary>
    public NodeReference? AsNode() => (NodeReference?)Require(ValueKind.Node).Reference;

    /// <summary>The relationship as a result gives it; null inside a query.</summary>
    public RelationshipReference? AsRelationship() => (RelationshipReference?)Require(ValueKind.Relationship).Reference;

    internal bool IsNumber => Kind is ValueKind.Integer or ValueKind.Float;

    /// <summary>An integer or float as a float.</summary>
    internal double Number => Kind == ValueKind.Integer ? Bits : BitConverter.Int64BitsToDouble(Bits);

    internal Value[] Items => (Value[])Require(ValueKind.List).Reference!;

    private Value Require(ValueKind kind) =>
        Kind == kind ? this : throw new InvalidOperationException($"The value is of kind {Kind}, not {kind}.");
}
