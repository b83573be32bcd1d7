using Graph.Embedded.Storage.Indexes;
using Graph.Embedded.Storage.Records;
using Graph.Embedded.Storage.Schema;

namespace Graph.Embedded.Storage;

/// <summary>One version of the whole graph. A published version is never changed; a writer changes a fork of it.</summary>
internal sealed class GraphState
{
    public GraphState(LabelSetTable labelSets) : this(labelSets, new NodeTable(), new RelationshipTable(), SchemaState.Empty, [], 0)
    {
    }

    private GraphState(
        LabelSetTable labelSets, NodeTable nodes, RelationshipTable relationships, SchemaState schema, IndexData[] indexes,
        long sequence)
    {
        LabelSets = labelSets;
        Nodes = nodes;
        Relationships = relationships;
        Schema = schema;
        Indexes = indexes;
        Sequence = sequence;
    }

    /// <summary>Shared by all versions: it only grows.</summary>
    public LabelSetTable LabelSets { get; }

    public NodeTable Nodes { get; }

    public RelationshipTable Relationships { get; }

    public SchemaState Schema { get; private set; }

    /// <summary>In the order of the catalog.</summary>
    public IndexData[] Indexes { get; private set; }

    /// <summary>Number of the commit that made this version; 0 for the empty graph.</summary>
    public long Sequence { get; set; }

    public GraphState Fork(long owner) => new(
        LabelSets, Nodes.Fork(owner), Relationships.Fork(owner), Schema, Array.ConvertAll(Indexes, index => index.Fork(owner)),
        Sequence);

    /// <summary>Replaces the schema; the indexes are those of its catalog, in its order.</summary>
    public void SetSchema(SchemaCatalog catalog, IndexData[] indexes) => (Schema, Indexes) = (new SchemaState(catalog), indexes);

    /// <summary>The index of the definition.</summary>
    /// <exception cref="StorageException">This version has no index of the name.</exception>
    public IndexData IndexOf(IndexDefinition definition)
    {
        foreach (var index in Indexes)
        {
            if (ReferenceEquals(index.Definition, definition))
            {
                return index;
            }
        }

        return Array.Find(Indexes, index => index.Definition.Name == definition.Name)
            ?? throw new StorageException(StorageErrorKind.SchemaRuleNotFound, $"There is no index called '{definition.Name}'.");
    }

    /// <summary>Entities with the label or of the type, ascending.</summary>
    public IEnumerable<int> Members(SchemaEntity entity, int token)
    {
        var set = entity == SchemaEntity.Node ? Nodes.Labels.Find(token) : Relationships.Types.Find(token);
        for (var id = set?.NextFrom(0) ?? -1; id >= 0; id = set!.NextFrom(id + 1))
        {
            yield return (int)id;
        }
    }

    public int[] TokensOf(SchemaEntity entity, long id)
    {
        if (entity == SchemaEntity.Node)
        {
            return Nodes.LabelSetOf(id) is var set and >= 0 ? LabelSets.LabelsOf(set) : [];
        }

        return Relationships.TryGet(id, out var record) ? [record.Type] : [];
    }

    public byte[]? PropertiesOf(SchemaEntity entity, long id) =>
        entity == SchemaEntity.Node ? Nodes.PropertiesOf(id) : Relationships.PropertiesOf(id);
}
