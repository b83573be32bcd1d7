using Graph.Embedded.Storage;

namespace Graph.Benchmarks.Storage;

/// <summary>Seeks by key and neighbourhoods of two hops on 100,000 nodes and 2,400,000 relationships.</summary>
internal sealed class TraversalBenchmark : IBenchmark
{
    private const int Nodes = 100_000;
    private const int Relationships = 2_400_000;
    private const int Samples = 2_000;

    public string Name => "storage.traversal";

    public IEnumerable<Measurement> Run()
    {
        using var engine = StorageEngine.InMemory();
        var graph = new SampleGraph(engine);
        graph.UpsertNodes(Nodes);
        graph.UpsertRelationships(Nodes, Relationships, 1);
        using var reader = engine.BeginRead();
        var paths = CountPaths(reader, graph.Type, Nodes);
        return
        [
            .. Timing.BestOf(() => SeekAll(graph, reader)).Each("storage.seek", Nodes),
            .. Timing.BestOf(() => CountPaths(reader, graph.Type, Nodes)).Each("storage.two_hop_path", paths),
            .. Timing.BestOf(() => CountDistinct(reader, graph.Type, Samples)).Each("storage.two_hop_neighbourhood", Samples),
        ];
    }

    private static long SeekAll(SampleGraph graph, StorageTransaction reader)
    {
        long sum = 0;
        for (var i = 0; i < Nodes; i++)
        {
            sum += graph.Find(reader, i * 7919 % Nodes);
        }

        return sum;
    }

    private static long CountPaths(StorageTransaction reader, int type, int nodes)
    {
        long count = 0;
        for (var node = 0; node < nodes; node++)
        {
            for (var first = reader.Expand(node, Direction.Outgoing, [type]); first.MoveNext();)
            {
                for (var second = reader.Expand(first.Other, Direction.Outgoing, [type]); second.MoveNext();)
                {
                    count += second.Relationship != first.Relationship ? 1 : 0;
                }
            }
        }

        return count;
    }

    private static long CountDistinct(StorageTransaction reader, int type, int nodes)
    {
        long count = 0;
        var met = new HashSet<long>();
        for (var node = 0; node < nodes; node++)
        {
            met.Clear();
            for (var first = reader.Expand(node, Direction.Outgoing, [type]); first.MoveNext();)
            {
                for (var second = reader.Expand(first.Other, Direction.Outgoing, [type]); second.MoveNext();)
                {
                    met.Add(second.Other);
                }
            }

            count += met.Count;
        }

        return count;
    }
}
