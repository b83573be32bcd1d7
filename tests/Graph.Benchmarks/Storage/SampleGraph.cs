using Graph.Embedded.Storage;
using Graph.Embedded.Values;

namespace Graph.Benchmarks.Storage;

/// <summary>Nodes with five properties and a unique key, and relationships between random ones.</summary>
internal sealed class SampleGraph
{
    private const int BatchSize = 10_000;

    private readonly StorageEngine _engine;
    private readonly IndexDefinition _index;
    private readonly int _person;
    private readonly int _knows;
    private readonly int[] _keys;

    /// <summary>Creates the constraint.</summary>
    public SampleGraph(StorageEngine engine)
    {
        _engine = engine;
        _person = engine.Tokens.Labels.GetOrCreate("Person");
        _knows = engine.Tokens.Types.GetOrCreate("KNOWS");
        _keys = [.. new[] { "id", "name", "born", "score", "country" }.Select(engine.Tokens.Keys.GetOrCreate)];
        using (var writer = engine.BeginWrite())
        {
            writer.CreateSchema(new ConstraintDefinition("persons", SchemaEntity.Node, ConstraintKind.Unique, _person, [_keys[0]], null));
            writer.Commit();
        }

        using var reader = engine.BeginRead();
        _index = reader.Schema.Indexes.Single();
    }

    public int Type => _knows;

    /// <summary>Creates or updates the nodes, a durable commit each batch.</summary>
    public void UpsertNodes(int count)
    {
        Span<KeyValuePair<int, Value>> properties = new KeyValuePair<int, Value>[5];
        for (var from = 0; from < count; from += BatchSize)
        {
            using var writer = _engine.BeginWrite();
            for (var i = from; i < Math.Min(count, from + BatchSize); i++)
            {
                var id = IdOf(i);
                properties[0] = new(_keys[0], id);
                properties[1] = new(_keys[1], Value.Of("Name Number " + i));
                properties[2] = new(_keys[2], Value.Of(1900 + (i % 100)));
                properties[3] = new(_keys[3], Value.Of(i / 7.0));
                properties[4] = new(_keys[4], Value.Of("Ruritania"));
                if (Find(writer, id) is var node and >= 0)
                {
                    for (var key = 1; key < properties.Length; key++)
                    {
                        writer.SetNodeProperty(node, properties[key].Key, properties[key].Value);
                    }
                }
                else
                {
                    writer.CreateNode([_person], properties);
                }
            }

            writer.Commit();
        }
    }

    /// <summary>Finds both ends by key and creates the relationship unless there is one, a durable commit each batch.</summary>
    public void UpsertRelationships(int nodes, int count, int seed)
    {
        var random = new Random(seed);
        for (var from = 0; from < count; from += BatchSize)
        {
            using var writer = _engine.BeginWrite();
            for (var i = from; i < Math.Min(count, from + BatchSize); i++)
            {
                var (start, end) = (Find(writer, IdOf(random.Next(nodes))), Find(writer, IdOf(random.Next(nodes))));
                if (!IsConnected(writer, start, end))
                {
                    writer.CreateRelationship(_knows, start, end);
                }
            }

            writer.Commit();
        }
    }

    /// <summary>Id of the node with the number; -1 for none.</summary>
    public long Find(StorageTransaction view, int number) => Find(view, IdOf(number));

    private static Value IdOf(int number) => Value.Of("person-" + number);

    private long Find(StorageTransaction view, Value id)
    {
        var cursor = view.Seek(_index, [id]);
        return cursor.MoveNext() ? cursor.Current : -1;
    }

    private bool IsConnected(StorageTransaction view, long start, long end)
    {
        Span<int> types = [_knows];
        var fromStart = view.Degree(start, Direction.Outgoing, types) <= view.Degree(end, Direction.Incoming, types);
        var cursor = fromStart ? view.Expand(start, Direction.Outgoing, types) : view.Expand(end, Direction.Incoming, types);
        while (cursor.MoveNext())
        {
            if (cursor.Other == (fromStart ? end : start))
            {
                return true;
            }
        }

        return false;
    }
}
