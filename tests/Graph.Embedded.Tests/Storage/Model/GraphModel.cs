using Graph.Embedded.Values;

namespace Graph.Embedded.Tests.Storage.Model;

internal sealed record ModelNode(SortedSet<int> Labels, SortedDictionary<int, Value> Properties);

internal sealed record ModelRelationship(int Type, long Start, long End, SortedDictionary<int, Value> Properties);

/// <summary>A graph in plain collections: what the storage is compared with.</summary>
internal sealed class GraphModel
{
    public SortedDictionary<long, ModelNode> Nodes { get; } = [];

    public SortedDictionary<long, ModelRelationship> Relationships { get; } = [];

    public GraphModel Copy()
    {
        var copy = new GraphModel();
        foreach (var (id, node) in Nodes)
        {
            copy.Nodes[id] = new ModelNode([.. node.Labels], new(node.Properties));
        }

        foreach (var (id, relationship) in Relationships)
        {
            copy.Relationships[id] = relationship with { Properties = new(relationship.Properties) };
        }

        return copy;
    }
}
