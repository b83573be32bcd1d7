using Graph.Embedded.Storage;
using Graph.Embedded.Values;

namespace Graph.Embedded.Tests.Storage.Transactions;

public sealed class SnapshotIsolationTests : IDisposable
{
    private readonly StorageEngine _engine = StorageEngine.InMemory();

    [Fact]
    public void A_reader_sees_the_graph_as_it_was_when_it_began()
    {
        var label = _engine.Tokens.Labels.GetOrCreate("Person");
        var type = _engine.Tokens.Types.GetOrCreate("MET");
        long first;
        using (var writer = _engine.Write())
        {
            first = writer.CreateNode([label]);
            writer.CreateRelationship(type, first, writer.CreateNode([label]));
            writer.Commit();
        }

        using var before = _engine.BeginRead();
        using (var writer = _engine.Write())
        {
            var third = writer.CreateNode([label]);
            writer.DeleteRelationship(0);
            writer.CreateRelationship(type, third, first);
            Assert.Equal(2, _engine.BeginRead().NodeCount);
            writer.Commit();
        }

        using var after = _engine.BeginRead();
        Assert.Equal([(0, 1)], Walk(before, first));
        Assert.Equal([(1, 2)], Walk(after, first));
        Assert.Equal(1, before.Degree(first, Direction.Both, []));
        Assert.Equal((2, 3), (before.NodeCountWithLabel(label), after.NodeCountWithLabel(label)));
    }

    [Fact]
    public void What_is_rolled_back_never_happened()
    {
        using (var writer = _engine.Write())
        {
            writer.CreateNode([], [new(_engine.Tokens.Keys.GetOrCreate("name"), Value.Of("x"))]);
        }

        using var reader = _engine.BeginRead();
        Assert.Equal(0, reader.NodeCount);
        Assert.False(reader.AllNodes().MoveNext());
    }

    [Fact]
    public void A_loop_is_met_once_and_counted_once()
    {
        using var writer = _engine.Write();
        var node = writer.CreateNode([]);
        writer.CreateRelationship(_engine.Tokens.Types.GetOrCreate("T"), node, node);

        foreach (var direction in Enum.GetValues<Direction>())
        {
            Assert.Equal(1, writer.Degree(node, direction, []));
            var cursor = writer.Expand(node, direction, []);
            Assert.True(cursor.MoveNext());
            Assert.Equal(direction != Direction.Incoming, cursor.IsOutgoing);
            Assert.False(cursor.MoveNext());
        }
    }

    [Fact]
    public void Deleting_a_node_that_keeps_relationships_fails_at_commit()
    {
        using var writer = _engine.Write();
        var node = writer.CreateNode([]);
        writer.CreateRelationship(_engine.Tokens.Types.GetOrCreate("T"), node, writer.CreateNode([]));
        writer.DeleteNode(node);

        var error = Assert.Throws<StorageException>(() => writer.Commit());
        Assert.Equal(StorageErrorKind.NodeStillHasRelationships, error.Kind);
        using var next = _engine.Write();
        Assert.Equal(0, next.NodeCount);
    }

    public void Dispose() => _engine.Dispose();

    private static List<(long, long)> Walk(StorageTransaction transaction, long node)
    {
        var found = new List<(long, long)>();
        for (var cursor = transaction.Expand(node, Direction.Both, []); cursor.MoveNext();)
        {
            found.Add((cursor.Relationship, cursor.Other));
        }

        return found;
    }
}
