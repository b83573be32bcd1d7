using Graph.Embedded.Storage;
using Graph.Embedded.Values;

namespace Graph.Embedded.Procedures;

/// <summary>The schema as a graph of its own: its nodes and relationships are in no store and have negative ids.</summary>
internal static class SchemaGraph
{
    private const long FirstId = -100;

    public static Value[] Of(StorageTransaction storage)
    {
        var labels = new List<int>();
        for (var label = 0; label < storage.Tokens.Labels.Count; label++)
        {
            if (storage.NodeCountWithLabel(label) > 0)
            {
                labels.Add(label);
            }
        }

        var nodes = labels.Select((label, i) => Value.Node(NodeOf(storage, label, FirstId - i)));
        var relationships = Joins(storage).Select((join, i) => Value.Relationship(new RelationshipData(
            FirstId - i, storage.Tokens.Types.NameOf(join.Type), FirstId - labels.IndexOf(join.Start), FirstId - labels.IndexOf(join.End),
            new MapValue(["name"], [Value.Of(storage.Tokens.Types.NameOf(join.Type))]))));
        return [Value.List(nodes), Value.List(relationships)];
    }

    private static NodeData NodeOf(StorageTransaction storage, int label, long id)
    {
        string KeysOf(IEnumerable<int> keys) => string.Join(',', keys.Select(storage.Tokens.Keys.NameOf));
        var name = storage.Tokens.Labels.NameOf(label);
        var indexes = storage.Schema.Indexes
            .Where(index => index.Entity == SchemaEntity.Node && index.OwningConstraint is null && index.Tokens.Contains(label))
            .Select(index => Value.Of(KeysOf(index.Keys)));
        var constraints = storage.Schema.Constraints
            .Where(constraint => constraint.Entity == SchemaEntity.Node && constraint.Token == label)
            .Select(constraint => Value.Of($"{ConstraintNames.TypeOf(constraint)} (:{name} {{{KeysOf(constraint.Keys)}}})"));
        var properties = new MapValue(
            ["name", "indexes", "constraints"], [Value.Of(name), Value.List(indexes), Value.List(constraints)]);
        return new NodeData(id, [name], properties);
    }

    /// <summary>Each label at the start, type and label at the end that occur together.</summary>
    private static SortedSet<(int Type, int Start, int End)> Joins(StorageTransaction storage)
    {
        var joins = new SortedSet<(int Type, int Start, int End)>();
        for (var relationships = storage.AllRelationships(); relationships.MoveNext();)
        {
            var record = storage.Relationship(relationships.Current);
            foreach (var start in storage.LabelsOf(record.Start))
            {
                foreach (var end in storage.LabelsOf(record.End))
                {
                    joins.Add((record.Type, start, end));
                }
            }
        }

        return joins;
    }
}

/// <summary>Neo4j's names of the kinds of constraints.</summary>
internal static class ConstraintNames
{
    public static string TypeOf(ConstraintDefinition constraint)
    {
        var isNode = constraint.Entity == SchemaEntity.Node;
        return constraint.Kind switch
        {
            ConstraintKind.Unique => isNode ? "UNIQUENESS" : "RELATIONSHIP_UNIQUENESS",
            ConstraintKind.Key => isNode ? "NODE_KEY" : "RELATIONSHIP_KEY",
            ConstraintKind.Existence => isNode ? "NODE_PROPERTY_EXISTENCE" : "RELATIONSHIP_PROPERTY_EXISTENCE",
            _ => isNode ? "NODE_PROPERTY_TYPE" : "RELATIONSHIP_PROPERTY_TYPE",
        };
    }
}
