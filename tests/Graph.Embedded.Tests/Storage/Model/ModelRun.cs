using Graph.Embedded.Storage;
using Graph.Embedded.Values;

namespace Graph.Embedded.Tests.Storage.Model;

/// <summary>Carries out operations, given as bytes, on an engine and on a model, and compares them.</summary>
internal sealed class ModelRun(StorageEngine engine, GraphModel graph) : IDisposable
{
    public const int BytesEach = 3;
    private const int TokenCount = 4;

    private readonly List<(StorageTransaction View, GraphModel Model)> _readers = [];
    private StorageTransaction? _writer;

    /// <summary>What was committed last.</summary>
    public GraphModel Committed { get; private set; } = graph;

    /// <summary>What the open writer made of it.</summary>
    public GraphModel Working { get; private set; } = graph.Copy();

    public void Run(ReadOnlySpan<byte> script)
    {
        for (; script.Length >= BytesEach; script = script[BytesEach..])
        {
            Step(script[0] % 20, script[1], script[2]);
        }
    }

    public void Step(int operation, int first, int second)
    {
        switch (operation)
        {
            case 16:
                Commit();
                break;
            case 17:
                _writer?.Dispose();
                (_writer, Working) = (null, Committed.Copy());
                break;
            case 18 when _readers.Count < 4:
                _readers.Add((engine.BeginRead(), Committed.Copy()));
                break;
            case 18 or 19:
                CompareReaders();
                break;
            default:
                Write(operation, first, second);
                break;
        }
    }

    /// <summary>Commits the open writer and compares what a new reader sees.</summary>
    public void Commit()
    {
        if (_writer is { } writer)
        {
            ModelComparison.AssertEqual(Working, writer);
            writer.Commit();
            writer.Dispose();
            _writer = null;
            Committed = Working.Copy();
        }

        using var reader = engine.BeginRead();
        ModelComparison.AssertEqual(Committed, reader);
    }

    /// <summary>Changes the graph in any case, so that a commit has something to write.</summary>
    public void CreateSomething(Random random) => Write(0, random.Next(256), random.Next(256));

    public void CompareReaders()
    {
        foreach (var (view, model) in _readers)
        {
            ModelComparison.AssertEqual(model, view);
            view.Dispose();
        }

        _readers.Clear();
    }

    public void Dispose()
    {
        _writer?.Dispose();
        _readers.ForEach(reader => reader.View.Dispose());
    }

    /// <summary>Indexes of both kinds of entity, one of them over two properties.</summary>
    public static void CreateIndexes(StorageEngine engine)
    {
        for (var token = 0; token < TokenCount; token++)
        {
            engine.Tokens.Labels.GetOrCreate("L" + token);
            engine.Tokens.Types.GetOrCreate("T" + token);
            engine.Tokens.Keys.GetOrCreate("k" + token);
        }

        using var writer = engine.Write();
        writer.CreateSchema(new IndexDefinition("nodes", SchemaEntity.Node, IndexKind.Range, [0], [0], null));
        writer.CreateSchema(new IndexDefinition("pairs", SchemaEntity.Node, IndexKind.Range, [1], [0, 1], null));
        writer.CreateSchema(new IndexDefinition("words", SchemaEntity.Node, IndexKind.FullText, [0, 2], [0, 1], null));
        writer.CreateSchema(new IndexDefinition("relationships", SchemaEntity.Relationship, IndexKind.Range, [0], [0], null));
        writer.Commit();
    }

    private void Write(int operation, int first, int second)
    {
        _writer ??= engine.Write();
        var node = Pick(Working.Nodes.Keys, first);
        var relationship = Pick(Working.Relationships.Keys, first);
        switch (operation)
        {
            case 0 or 1 or 2 or 3:
                CreateNode(first, second);
                break;
            case 4 or 5 or 6 or 7 when node >= 0:
                CreateRelationship(operation % TokenCount, node, Pick(Working.Nodes.Keys, second), second);
                break;
            case 8 or 9 when node >= 0:
                SetProperty(Working.Nodes[node].Properties, first % TokenCount, second, _writer.SetNodeProperty, node);
                break;
            case 10 when relationship >= 0:
                SetProperty(Working.Relationships[relationship].Properties, first % TokenCount, second, _writer.SetRelationshipProperty, relationship);
                break;
            case 11 when node >= 0:
                Assert.Equal(Working.Nodes[node].Labels.Add(second % TokenCount), _writer.AddLabel(node, second % TokenCount));
                break;
            case 12 when node >= 0:
                Assert.Equal(Working.Nodes[node].Labels.Remove(second % TokenCount), _writer.RemoveLabel(node, second % TokenCount));
                break;
            case 13 or 14 when relationship >= 0:
                Delete(relationship);
                break;
            case 15 when node >= 0:
                DeleteWithRelationships(node);
                break;
        }
    }

    private void CreateNode(int first, int second)
    {
        var labels = Enumerable.Range(0, TokenCount).Where(label => (first & (1 << label)) != 0).ToArray();
        var properties = Properties(first, second);
        var id = _writer!.CreateNode(labels, [.. properties]);
        Working.Nodes[id] = new ModelNode([.. labels], properties);
    }

    private void CreateRelationship(int type, long start, long end, int second)
    {
        var properties = Properties(second, second);
        var id = _writer!.CreateRelationship(type, start, end, [.. properties]);
        Working.Relationships[id] = new ModelRelationship(type, start, end, properties);
    }

    private static void SetProperty(
        SortedDictionary<int, Value> properties, int key, int second, Action<long, int, Value> set, long id)
    {
        if (second % 5 == 0)
        {
            properties.Remove(key);
            set(id, key, Value.Null);
            return;
        }

        properties[key] = SampleValues.All[second % SampleValues.All.Length];
        set(id, key, properties[key]);
    }

    private void Delete(long relationship)
    {
        Working.Relationships.Remove(relationship);
        _writer!.DeleteRelationship(relationship);
        Assert.False(_writer.RelationshipExists(relationship));
    }

    // The node first, as a statement may, and its relationships after it.
    private void DeleteWithRelationships(long node)
    {
        _writer!.DeleteNode(node);
        Working.Nodes.Remove(node);
        foreach (var (id, relationship) in Working.Relationships.ToArray())
        {
            if (relationship.Start == node || relationship.End == node)
            {
                Delete(id);
            }
        }
    }

    private static SortedDictionary<int, Value> Properties(int first, int second)
    {
        var properties = new SortedDictionary<int, Value>();
        for (var key = 0; key < first % (TokenCount + 1); key++)
        {
            properties[key] = SampleValues.All[(second + (key * 7)) % SampleValues.All.Length];
        }

        return properties;
    }

    private static long Pick(ICollection<long> ids, int choice) => ids.Count == 0 ? -1 : ids.ElementAt(choice % ids.Count);
}
