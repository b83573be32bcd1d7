using Graph.Embedded.Storage.Adjacency;

namespace Graph.Embedded.Storage.Consistency;

/// <summary>Compares the adjacency of all nodes with the relationships, both ways.</summary>
internal sealed class AdjacencyCheck(GraphState state, List<Finding> findings, CancellationToken cancellationToken)
{
    private const byte AtStart = 1;
    private const byte AtEnd = 2;

    public void Run()
    {
        // Where each relationship was met: at its start, at its end.
        var met = new byte[state.Relationships.NextId];
        for (var node = 0; node < state.Nodes.NextId; node++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var group in state.Nodes.GroupsOf(node) ?? [])
            {
                Check(node, group, met);
            }
        }

        for (var id = state.Relationships.NextFrom(0); id >= 0; id = state.Relationships.NextFrom(id + 1))
        {
            if (met[id] != (AtStart | AtEnd))
            {
                var missing = (met[id] & AtStart) == 0 ? "start" : "end";
                Report(FindingCode.MissingAdjacency, $"Relationship({id}) is not in the adjacency of its {missing}.");
            }
        }
    }

    private void Check(int node, AdjacencyGroup group, byte[] met)
    {
        var (type, way) = (AdjacencyKey.TypeOf(group.Key), AdjacencyKey.WayOf(group.Key));
        var previous = -1;
        for (var i = 0; i < group.Count; i++)
        {
            var (id, other) = (group.Relationships[i], group.Others[i]);
            if (!Matches(node, type, way, id, other))
            {
                Report(FindingCode.StrayAdjacency, $"Relationship({id}) in the adjacency of Node({node}) is not there or is another's.");
                continue;
            }

            if (id <= previous)
            {
                Report(FindingCode.UnorderedAdjacency, $"Relationship({id}) in the adjacency of Node({node}) stands behind {previous}.");
            }

            previous = id;
            met[id] |= way switch
            {
                AdjacencyKey.Outgoing => AtStart,
                AdjacencyKey.Incoming => AtEnd,
                _ => AtStart | AtEnd,
            };
        }
    }

    private bool Matches(int node, int type, int way, int id, int other) =>
        state.Nodes.Exists(node) && state.Relationships.TryGet(id, out var record) && record.Type == type
        && way switch
        {
            AdjacencyKey.Outgoing => record.Start == node && record.End == other,
            AdjacencyKey.Incoming => record.End == node && record.Start == other,
            _ => record.Start == node && record.End == node && other == node,
        };

    private void Report(FindingCode code, string message) => findings.Add(new Finding(code, message));
}
