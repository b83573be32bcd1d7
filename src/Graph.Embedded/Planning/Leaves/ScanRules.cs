namespace Graph.Embedded.Planning.Leaves;

/// <summary>Every node.</summary>
internal sealed class AllNodesRule : ILeafRule
{
    public IEnumerable<LeafCandidate> Propose(LeafTarget target)
    {
        if (target.IsNode)
        {
            var input = target.State.Plan;
            yield return new LeafCandidate(new AllNodesScanPlan(input, input.Rows * target.Statistics.Nodes, target.Entity), []);
        }
    }
}

/// <summary>The nodes of a label.</summary>
internal sealed class LabelScanRule : ILeafRule
{
    public IEnumerable<LeafCandidate> Propose(LeafTarget target)
    {
        if (!target.IsNode)
        {
            yield break;
        }

        var input = target.State.Plan;
        foreach (var (label, predicate) in target.Labels)
        {
            var rows = input.Rows * target.Statistics.NodesWithLabel(label.Name);
            yield return new LeafCandidate(new NodeByLabelScanPlan(input, rows, target.Entity, label.Name), [predicate]);
        }
    }
}

/// <summary>The relationships of the types of a pattern.</summary>
internal sealed class RelationshipScanRule : ILeafRule
{
    public IEnumerable<LeafCandidate> Propose(LeafTarget target)
    {
        if (target.Relationship is { Length: null } relationship)
        {
            var input = target.State.Plan;
            var both = relationship.Direction == Storage.Direction.Both ? 2 : 1;
            yield return new LeafCandidate(
                new RelationshipScanPlan(input, input.Rows * both * target.Statistics.Relationships(relationship.Types), relationship), []);
        }
    }
}
