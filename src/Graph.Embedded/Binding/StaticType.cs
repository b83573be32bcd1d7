using System.Numerics;
using Graph.Embedded.Values;

namespace Graph.Embedded.Binding;

/// <summary>A set of Cypher types; null is in every one.</summary>
[Flags]
internal enum TypeSet
{
    None = 0,
    Boolean = 1 << ValueKind.Boolean,
    Integer = 1 << ValueKind.Integer,
    Float = 1 << ValueKind.Float,
    String = 1 << ValueKind.String,
    List = 1 << ValueKind.List,
    Map = 1 << ValueKind.Map,
    Node = 1 << ValueKind.Node,
    Relationship = 1 << ValueKind.Relationship,
    Path = 1 << ValueKind.Path,
    Date = 1 << ValueKind.Date,
    LocalTime = 1 << ValueKind.LocalTime,
    Time = 1 << ValueKind.Time,
    LocalDateTime = 1 << ValueKind.LocalDateTime,
    DateTime = 1 << ValueKind.DateTime,
    Duration = 1 << ValueKind.Duration,
    Point = 1 << ValueKind.Point,
    Bytes = 1 << ValueKind.Bytes,
    Number = Integer | Float,
    Temporal = Date | LocalTime | Time | LocalDateTime | DateTime,
    Any = (1 << (ValueKind.Bytes + 1)) - 2,
}

/// <summary>What is known of an expression's value before it runs.</summary>
/// <param name="Kinds">Types it may have; it may be null besides.</param>
/// <param name="Items">Where it may be a list: types its items may have.</param>
internal readonly record struct StaticType(TypeSet Kinds, TypeSet Items = TypeSet.Any)
{
    public static readonly StaticType Any = new(TypeSet.Any);
    public static readonly StaticType Boolean = new(TypeSet.Boolean);
    public static readonly StaticType Integer = new(TypeSet.Integer);
    public static readonly StaticType Float = new(TypeSet.Float);
    public static readonly StaticType Number = new(TypeSet.Number);
    public static readonly StaticType String = new(TypeSet.String);
    public static readonly StaticType Map = new(TypeSet.Map);
    public static readonly StaticType Node = new(TypeSet.Node);
    public static readonly StaticType Relationship = new(TypeSet.Relationship);
    public static readonly StaticType Path = new(TypeSet.Path);

    /// <summary>What a property may hold.</summary>
    public static readonly StaticType Storable = new(Scalars | TypeSet.List, Scalars);

    private const TypeSet Scalars =
        TypeSet.Boolean | TypeSet.Number | TypeSet.String | TypeSet.Temporal | TypeSet.Duration | TypeSet.Point | TypeSet.Bytes;

    public bool IsAny => Kinds == TypeSet.Any;

    public static StaticType ListOf(TypeSet items) => new(TypeSet.List, items);

    public static StaticType Of(Value value) => value.Kind switch
    {
        ValueKind.Null => Any,
        ValueKind.List => ListOf(ItemsOf(value.Items)),
        _ => new StaticType((TypeSet)(1 << (int)value.Kind)),
    };

    public bool MayBe(TypeSet types) => (Kinds & types) != 0;

    public bool IsOnly(TypeSet types) => Kinds != TypeSet.None && (Kinds & ~types) == 0;

    public StaticType Or(StaticType other) => new(Kinds | other.Kinds, MayBe(TypeSet.List) && other.MayBe(TypeSet.List)
        ? Items | other.Items
        : MayBe(TypeSet.List) ? Items : other.Items);

    /// <summary>The type of one item of a list of this type.</summary>
    public StaticType Item => MayBe(TypeSet.List) && Items != TypeSet.None ? new StaticType(Items) : Any;

    /// <summary>The name that messages give it: <c>Integer</c>, <c>List&lt;Node></c>, <c>Float or Integer</c>.</summary>
    public override string ToString() => Kinds == TypeSet.List && BitOperations.PopCount((uint)Items) == 1
        ? Items == TypeSet.List ? "List<List<T>>" : $"List<{NamesOf(Items)}>"
        : NamesOf(Kinds);

    /// <summary>The names of the types, in the order Neo4j's messages give them.</summary>
    public static string NamesOf(TypeSet types)
    {
        if (types == TypeSet.Any)
        {
            return "Any";
        }

        TypeSet[] order =
        [
            TypeSet.Boolean, TypeSet.Float, TypeSet.Integer, TypeSet.Map, TypeSet.Node, TypeSet.Path, TypeSet.Relationship, TypeSet.Point,
            TypeSet.Duration, TypeSet.Date, TypeSet.Time, TypeSet.LocalTime, TypeSet.LocalDateTime, TypeSet.DateTime,
            TypeSet.String, TypeSet.List, TypeSet.Bytes,
        ];
        var names = order.Where(type => (types & type) != 0)
            .Select(static type => type == TypeSet.List ? "List<T>" : type.ToString()).ToArray();
        return names.Length < 2 ? string.Concat(names) : $"{string.Join(", ", names[..^1])} or {names[^1]}";
    }

    private static TypeSet ItemsOf(Value[] items)
    {
        var types = TypeSet.None;
        foreach (var item in items)
        {
            types |= item.IsNull ? TypeSet.None : (TypeSet)(1 << (int)item.Kind);
        }

        return types == TypeSet.None ? TypeSet.Any : types;
    }
}
