using System.Collections.Frozen;
using Graph.Embedded.Binding;
using Graph.Embedded.Execution;
using Graph.Embedded.Values;

namespace Graph.Embedded.Expressions;

/// <summary>A built-in function of nodes, relationships or paths.</summary>
/// <param name="Name">As Cypher writes it; compared without regard to case.</param>
/// <param name="Signature">For SHOW FUNCTIONS.</param>
/// <param name="Accepts">Types of its argument; <see cref="TypeSet.None"/> for a function without arguments.</param>
/// <param name="Body">Called with an argument that is not null.</param>
internal sealed record GraphFunction(
    string Name, string Category, string Signature, string Description, TypeSet Accepts, StaticType Result, Func<QueryContext, Value, Value> Body)
{
    private const TypeSet Entity = TypeSet.Node | TypeSet.Relationship;

    private static readonly FrozenDictionary<string, GraphFunction> ByName = Build().ToFrozenDictionary(
        static function => function.Name, StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<GraphFunction> Every => ByName.Values;

    public static GraphFunction? Find(string name) => ByName.GetValueOrDefault(name);

    private static GraphFunction[] Build() =>
    [
        new("id", "Scalar", "id(input :: NODE | RELATIONSHIP) :: INTEGER", "The number of a node or relationship in this database.",
            Entity, StaticType.Integer, static (_, value) => Value.Of(Require(value, Entity).EntityId)),
        new("elementId", "Scalar", "elementId(input :: NODE | RELATIONSHIP) :: STRING", "The identifier of a node or relationship as text.",
            Entity, StaticType.String, static (_, value) => Value.Of(ElementIds.Of(Require(value, Entity)))),
        new("labels", "List", "labels(input :: NODE) :: LIST<STRING>", "The labels of a node.",
            TypeSet.Node, StaticType.ListOf(TypeSet.String), static (context, value) => Labels(context, Require(value, TypeSet.Node))),
        new("type", "Scalar", "type(input :: RELATIONSHIP) :: STRING", "The type of a relationship.",
            TypeSet.Relationship, StaticType.String, static (context, value) => Value.Of(context.Storage.Tokens.Types.NameOf(
                context.Transaction.Relationship(Require(value, TypeSet.Relationship).EntityId).Type))),
        new("startNode", "Scalar", "startNode(input :: RELATIONSHIP) :: NODE", "The node that a relationship leaves.",
            TypeSet.Relationship, StaticType.Node, static (context, value) =>
                Value.Node(context.Transaction.Relationship(Require(value, TypeSet.Relationship).EntityId).Start)),
        new("endNode", "Scalar", "endNode(input :: RELATIONSHIP) :: NODE", "The node that a relationship enters.",
            TypeSet.Relationship, StaticType.Node, static (context, value) =>
                Value.Node(context.Transaction.Relationship(Require(value, TypeSet.Relationship).EntityId).End)),
        new("nodes", "List", "nodes(input :: PATH) :: LIST<NODE>", "The nodes of a path.",
            TypeSet.Path, StaticType.ListOf(TypeSet.Node), static (_, value) => EveryOther(Require(value, TypeSet.Path), 0)),
        new("relationships", "List", "relationships(input :: PATH) :: LIST<RELATIONSHIP>", "The relationships of a path.",
            TypeSet.Path, StaticType.ListOf(TypeSet.Relationship), static (_, value) => EveryOther(Require(value, TypeSet.Path), 1)),
        new("length", "Scalar", "length(input :: PATH) :: INTEGER", "The number of relationships of a path.",
            TypeSet.Path, StaticType.Integer, static (_, value) => Value.Of((long)Require(value, TypeSet.Path).Items.Length / 2)),
        new("keys", "List", "keys(input :: NODE | RELATIONSHIP | MAP) :: LIST<STRING>", "The keys of what has properties.",
            Entity | TypeSet.Map, StaticType.ListOf(TypeSet.String), static (context, value) =>
                Value.List(context.PropertiesOf(Require(value, Entity | TypeSet.Map)).Keys.Select(Value.Of))),
        new("properties", "Scalar", "properties(input :: NODE | RELATIONSHIP | MAP) :: MAP", "The properties as a map.",
            Entity | TypeSet.Map, StaticType.Map, static (context, value) =>
                Value.Of(context.PropertiesOf(Require(value, Entity | TypeSet.Map)))),
    ];

    private static Value Require(Value value, TypeSet types) => (types & (TypeSet)(1 << (int)value.Kind)) != 0
        ? value
        : throw ValueErrors.Mismatch(StaticType.NamesOf(types), value);

    private static Value Labels(QueryContext context, Value node)
    {
        context.Transaction.RequireNode(node.EntityId);
        context.Hits++;
        var labels = context.Storage.LabelsOf(node.EntityId);
        var names = new Value[labels.Length];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = Value.Of(context.Storage.Tokens.Labels.NameOf(labels[i]));
        }

        return Value.List(names);
    }

    private static Value EveryOther(Value path, int first)
    {
        var elements = path.Items;
        var values = new Value[(elements.Length + 1 - first) / 2];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = elements[first + (2 * i)];
        }

        return Value.List(values);
    }
}
