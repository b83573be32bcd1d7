using Graph.Embedded.Storage;
using Graph.Embedded.Values;

namespace Graph.Embedded.Tests.Storage.Model;

/// <summary>Asserts that a transaction shows exactly the graph of a model, whichever way it is read.</summary>
internal static class ModelComparison
{
    public static void AssertEqual(GraphModel model, StorageTransaction view)
    {
        Assert.Equal(Text(model), Text(view));
        AssertScans(model, view);
        foreach (var node in model.Nodes.Keys)
        {
            AssertAdjacency(model, view, node);
        }

        foreach (var index in view.Schema.Indexes.Where(index => index.Kind == IndexKind.Range))
        {
            AssertIndex(model, view, index);
        }
    }

    public static List<long> Ids(IdCursor cursor)
    {
        var ids = new List<long>();
        while (cursor.MoveNext())
        {
            ids.Add(cursor.Current);
        }

        return ids;
    }

    /// <summary>The graph as text: equal text is an equal graph.</summary>
    public static string Text(StorageTransaction view)
    {
        var model = new GraphModel();
        var properties = new List<KeyValuePair<int, Value>>();
        foreach (var id in Ids(view.AllNodes()))
        {
            properties.Clear();
            view.NodeProperties(id, properties);
            model.Nodes[id] = new ModelNode([.. view.LabelsOf(id)], new(properties.ToDictionary()));
        }

        foreach (var id in Ids(view.AllRelationships()))
        {
            properties.Clear();
            view.RelationshipProperties(id, properties);
            var (_, type, start, end) = view.Relationship(id);
            model.Relationships[id] = new ModelRelationship(type, start, end, new(properties.ToDictionary()));
        }

        return Text(model);
    }

    public static string Text(GraphModel model) => string.Join('\n', [
        .. model.Nodes.Select(node => $"{node.Key}:{string.Join(',', node.Value.Labels)}{Text(node.Value.Properties)}"),
        .. model.Relationships.Select(
            pair => $"{pair.Key}:{pair.Value.Start}-{pair.Value.Type}-{pair.Value.End}{Text(pair.Value.Properties)}")]);

    private static string Text(SortedDictionary<int, Value> properties) =>
        "{" + string.Join(", ", properties.Select(pair => $"{pair.Key}: {pair.Value} {pair.Value.Kind}")) + "}";

    private static void AssertScans(GraphModel model, StorageTransaction view)
    {
        Assert.Equal((model.Nodes.Count, model.Relationships.Count), (view.NodeCount, view.RelationshipCount));
        for (var token = 0; token < 5; token++)
        {
            var nodes = model.Nodes.Where(node => node.Value.Labels.Contains(token)).Select(node => node.Key).ToList();
            Assert.Equal(nodes, Ids(view.NodesWithLabel(token)));
            Assert.Equal(nodes.Count, view.NodeCountWithLabel(token));
            var relationships = model.Relationships.Where(pair => pair.Value.Type == token).Select(pair => pair.Key).ToList();
            Assert.Equal(relationships, Ids(view.RelationshipsOfType(token)));
            Assert.Equal(relationships.Count, view.RelationshipCountOfType(token));
        }
    }

    private static void AssertAdjacency(GraphModel model, StorageTransaction view, long node)
    {
        foreach (var direction in Enum.GetValues<Direction>())
        {
            foreach (var types in (int[][])[[], [0], [1, 2]])
            {
                var expected = model.Relationships.Where(
                    pair => (types.Length == 0 || types.Contains(pair.Value.Type)) && Touches(pair.Value, node, direction))
                    .Select(pair => (pair.Key, pair.Value.Type, pair.Value.Start == node ? pair.Value.End : pair.Value.Start));
                var found = new List<(long, int, long)>();
                for (var cursor = view.Expand(node, direction, types); cursor.MoveNext();)
                {
                    found.Add((cursor.Relationship, cursor.Type, cursor.Other));
                }

                found.Sort();
                Assert.Equal(expected, found);
                Assert.Equal(found.Count, view.Degree(node, direction, types));
            }
        }
    }

    private static bool Touches(ModelRelationship relationship, long node, Direction direction) => direction switch
    {
        Direction.Outgoing => relationship.Start == node,
        Direction.Incoming => relationship.End == node,
        _ => relationship.Start == node || relationship.End == node,
    };

    private static void AssertIndex(GraphModel model, StorageTransaction view, IndexDefinition index)
    {
        var (token, key) = (index.Tokens[0], index.Keys[0]);
        var members = index.Entity == SchemaEntity.Node
            ? model.Nodes.Where(node => node.Value.Labels.Contains(token)).Select(node => (node.Key, node.Value.Properties))
            : model.Relationships.Where(pair => pair.Value.Type == token).Select(pair => (pair.Key, pair.Value.Properties));
        var entries = members.Where(member => index.Keys.All(member.Properties.ContainsKey))
            .ToDictionary(member => member.Key, member => member.Properties[key]);

        var scanned = Ids(view.ScanIndex(index));
        Assert.Equal(entries.Keys.Order(), scanned.Order());
        Assert.Equal(entries.Count, view.IndexCount(index));
        for (var i = 1; i < scanned.Count; i++)
        {
            Assert.True(ValueOrder.Ascending.Compare(entries[scanned[i - 1]], entries[scanned[i]]) <= 0);
        }

        foreach (var value in entries.Values.Distinct().Take(8))
        {
            var equal = entries.Where(entry => ValueEquality.AreEqual(entry.Value, value) == true).Select(entry => entry.Key);
            Assert.Equal(equal.Order(), Ids(view.Seek(index, [value])).Order());
            var above = entries.Where(entry => ValueOrder.IsGreater(entry.Value, value) == true).Select(entry => entry.Key);
            Assert.Equal(above.Order(), Ids(view.SeekRange(index, new(value, false, Value.Null, false))).Order());
            var below = entries.Where(entry => ValueOrder.IsLessOrEqual(entry.Value, value) == true).Select(entry => entry.Key);
            Assert.Equal(below.Order(), Ids(view.SeekRange(index, new(Value.Null, false, value, true))).Order());
        }
    }
}
