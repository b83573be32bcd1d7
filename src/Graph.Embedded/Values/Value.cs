using System.Runtime.InteropServices;

namespace Graph.Embedded.Values;

/// <summary>A Cypher value. The default is null.</summary>
/// <remarks>
/// Immutable; arrays handed in must not be changed afterwards. What each kind holds:
/// <list type="table">
/// <item><term>Boolean</term><description>Bits 0 or 1</description></item>
/// <item><term>Integer</term><description>Bits</description></item>
/// <item><term>Float</term><description>Bits: the IEEE 754 pattern</description></item>
/// <item><term>String</term><description>Reference <see cref="string"/></description></item>
/// <item><term>List</term><description>Reference Value[]</description></item>
/// <item><term>Map</term><description>Reference <see cref="MapValue"/></description></item>
/// <item><term>Node, Relationship</term><description>Bits: id; Reference null, or the <see cref="NodeData"/> or
/// <see cref="RelationshipData"/> that <see cref="EntityHydration"/> read for a row that leaves the engine</description></item>
/// <item><term>Path</term><description>Reference Value[]: node, relationship, node, ... node</description></item>
/// <item><term>Date</term><description>Bits: days since 1970-01-01</description></item>
/// <item><term>LocalTime</term><description>Bits: nanoseconds of the day</description></item>
/// <item><term>Time</term><description>Bits: nanoseconds of the local day; Extra: offset in seconds</description></item>
/// <item><term>LocalDateTime</term><description>Bits: local seconds since 1970-01-01T00:00; Extra: nanoseconds</description></item>
/// <item><term>DateTime</term><description>Bits: seconds since the epoch in UTC; Extra: nanoseconds; Reference <see cref="Temporal.Zone"/></description></item>
/// <item><term>Duration</term><description>Reference <see cref="DurationValue"/></description></item>
/// <item><term>Point</term><description>Reference <see cref="PointValue"/></description></item>
/// <item><term>Bytes</term><description>Reference byte[]</description></item>
/// </list>
/// <see cref="Equals(Value)"/>, <c>==</c> and the hash are Cypher's equivalence, under which null equals null and NaN
/// equals NaN (DISTINCT, grouping, map keys); Cypher's own <c>=</c> is <see cref="ValueEquality.AreEqual"/>.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
public readonly partial struct Value : IEquatable<Value>
{
    internal Value(ValueKind kind, long bits, object? reference, int extra = 0)
    {
        Kind = kind;
        Bits = bits;
        Reference = reference;
        Extra = extra;
    }

    public ValueKind Kind { get; }

    internal int Extra { get; }

    internal long Bits { get; }

    internal object? Reference { get; }

    public bool IsNull => Kind == ValueKind.Null;

    public bool IsNumber => Kind is ValueKind.Integer or ValueKind.Float;

    public static Value Null => default;

    public static Value True => Of(true);

    public static Value False => Of(false);

    public static Value Of(bool value) => new(ValueKind.Boolean, value ? 1 : 0, null);

    /// <summary>A truth value of three: null is unknown.</summary>
    public static Value Of(bool? value) => value is { } known ? Of(known) : Null;

    public static Value Of(long value) => new(ValueKind.Integer, value, null);

    public static Value Of(double value) => new(ValueKind.Float, BitConverter.DoubleToInt64Bits(value), null);

    public static Value Of(string value) => new(ValueKind.String, 0, value);

    public static Value Of(MapValue value) => new(ValueKind.Map, 0, value);

    public static Value Of(DurationValue value) => new(ValueKind.Duration, 0, value);

    public static Value Of(PointValue value) => new(ValueKind.Point, 0, value);

    public static Value Of(byte[] value) => new(ValueKind.Bytes, 0, value);

    /// <summary>A list of the items; the array is taken over.</summary>
    public static Value List(params Value[] items) => new(ValueKind.List, 0, items);

    public static Value List(IEnumerable<Value> items) => new(ValueKind.List, 0, items.ToArray());

    public static Value Node(long id) => new(ValueKind.Node, id, null);

    public static Value Node(NodeData data) => new(ValueKind.Node, data.Id, data);

    public static Value Relationship(long id) => new(ValueKind.Relationship, id, null);

    public static Value Relationship(RelationshipData data) => new(ValueKind.Relationship, data.Id, data);

    /// <summary>A path: node, relationship, node, and so on; an odd number of elements, at least one.</summary>
    public static Value Path(params Value[] elements) => new(ValueKind.Path, 0, elements);

    public bool AsBoolean => Is(ValueKind.Boolean) && Bits != 0;

    public long AsInteger => Is(ValueKind.Integer) ? Bits : 0;

    /// <summary>The float, or the integer as a float.</summary>
    public double AsFloat => Kind == ValueKind.Integer ? Bits : Is(ValueKind.Float) ? BitConverter.Int64BitsToDouble(Bits) : 0;

    public string AsString => Is(ValueKind.String) ? (string)Reference! : "";

    public IReadOnlyList<Value> AsList => Items;

    /// <summary>The items of a list, or the elements of a path.</summary>
    internal Value[] Items => Kind is ValueKind.List or ValueKind.Path ? (Value[])Reference! : throw Misread(ValueKind.List);

    public MapValue AsMap => (MapValue)Get(ValueKind.Map);

    public DurationValue AsDuration => (DurationValue)Get(ValueKind.Duration);

    public PointValue AsPoint => (PointValue)Get(ValueKind.Point);

    public ReadOnlyMemory<byte> AsBytes => (byte[])Get(ValueKind.Bytes);

    /// <summary>Id of a node or relationship.</summary>
    public long EntityId => Kind is ValueKind.Node or ValueKind.Relationship ? Bits : throw Misread(ValueKind.Node);

    /// <summary>What was read of a node for a row that left the engine; null inside it.</summary>
    public NodeData? NodeData => Reference as NodeData;

    /// <summary>What was read of a relationship for a row that left the engine; null inside it.</summary>
    public RelationshipData? RelationshipData => Reference as RelationshipData;

    /// <summary>Node, relationship, node, and so on.</summary>
    public IReadOnlyList<Value> PathElements => (Value[])Get(ValueKind.Path);

    /// <summary>Whether a property may hold it: a scalar, or a list of scalars of one kind without null (integers and floats may mix).</summary>
    public bool IsStorable => Kind switch
    {
        ValueKind.Null or ValueKind.Map or ValueKind.Node or ValueKind.Relationship or ValueKind.Path => false,
        ValueKind.List => IsStorableList(Items),
        _ => true,
    };

    public bool Equals(Value other) => ValueEquality.AreEquivalent(this, other);

    public override bool Equals(object? obj) => obj is Value other && Equals(other);

    public override int GetHashCode() => ValueEquality.Hash(this);

    public static bool operator ==(Value left, Value right) => left.Equals(right);

    public static bool operator !=(Value left, Value right) => !left.Equals(right);

    /// <summary>Cypher text of the value: what a literal would look like (see <see cref="ValueText"/>).</summary>
    public override string ToString() => ValueText.Write(this);

    private static bool IsStorableList(Value[] items)
    {
        foreach (var item in items)
        {
            var sameKind = item.Kind == items[0].Kind || (item.IsNumber && items[0].IsNumber);
            if (!sameKind || item.Kind is ValueKind.List or ValueKind.Bytes || !item.IsStorable)
            {
                return false;
            }
        }

        return true;
    }

    private bool Is(ValueKind kind) => Kind == kind ? true : throw Misread(kind);

    private object Get(ValueKind kind) => Kind == kind ? Reference! : throw Misread(kind);

    private InvalidOperationException Misread(ValueKind wanted) => new($"The value is a {Kind}, not a {wanted}.");
}
