using Graph.Embedded.Storage;
using Graph.Embedded.Storage.Consistency;
using Graph.Embedded.Values;

namespace Graph.Embedded.Tests.Storage.Consistency;

public sealed class ConsistencyCheckTests : IDisposable
{
    private readonly StorageEngine _engine = StorageEngine.InMemory();
    private readonly GraphState _state;

    public ConsistencyCheckTests()
    {
        var (label, type, key) = (
            _engine.Tokens.Labels.GetOrCreate("Person"), _engine.Tokens.Types.GetOrCreate("MET"), _engine.Tokens.Keys.GetOrCreate("id"));
        using var writer = _engine.Write();
        writer.CreateSchema(new ConstraintDefinition("ids", SchemaEntity.Node, ConstraintKind.Unique, label, [key], null));
        writer.CreateSchema(new ConstraintDefinition("present", SchemaEntity.Node, ConstraintKind.Existence, label, [key], null));
        var first = writer.CreateNode([label], [new(key, Value.Of("a"))]);
        var second = writer.CreateNode([label], [new(key, Value.Of("b"))]);
        writer.CreateRelationship(type, first, second);
        writer.Commit();
        _state = _engine.Published.Fork(1000);
    }

    [Fact]
    public void A_sound_graph_has_no_findings() => Assert.Empty(Check());

    [Fact]
    public void A_relationship_that_its_end_does_not_know_is_found()
    {
        _state.Nodes.SetGroups(1, null);
        Assert.Equal([FindingCode.MissingAdjacency], Check());
    }

    [Fact]
    public void An_adjacency_that_points_elsewhere_is_found()
    {
        var groups = _state.Nodes.OwnGroups(0);
        groups[0].Entries = [0, 0];
        Assert.Equal([FindingCode.MissingAdjacency, FindingCode.StrayAdjacency], Check());
    }

    [Fact]
    public void A_relationship_without_an_end_is_found()
    {
        _state.Nodes.Remove(1);
        Assert.Contains(FindingCode.MissingEnd, Check());
    }

    [Fact]
    public void A_scan_that_lacks_a_node_is_found()
    {
        _state.Nodes.Labels.Own(0).Remove(1);
        Assert.Equal([FindingCode.WrongScan, FindingCode.WrongCount, FindingCode.StrayIndexEntry], Check().Distinct());
    }

    [Fact]
    public void An_index_that_differs_from_the_nodes_is_found()
    {
        _state.Indexes[0].Tree.Insert([13, (byte)'z', 0], 1);
        Assert.Equal([FindingCode.WrongCount, FindingCode.StrayIndexEntry], Check());
    }

    [Fact]
    public void A_broken_constraint_is_found()
    {
        _state.Nodes.SetProperties(1, null);
        Assert.Contains(FindingCode.BrokenConstraint, Check());
    }

    [Fact]
    public void A_property_that_cannot_be_read_is_found()
    {
        _state.Nodes.SetProperties(0, [1, 99, 0, 0, 0, 1, 0, 7]);
        Assert.Contains(FindingCode.UnreadableProperty, Check());
    }

    public void Dispose() => _engine.Dispose();

    private IEnumerable<FindingCode> Check() =>
        ConsistencyCheck.Run(_state, _engine.Tokens, TestContext.Current.CancellationToken).Select(finding => finding.Code).Order();
}
