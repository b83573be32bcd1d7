using Graph.Embedded.Storage;

namespace Graph.Benchmarks.Storage;

/// <summary>Managed memory of a graph of nodes with five properties (two of them texts of their own), a unique key and ten relationships each.</summary>
internal sealed class MemoryBenchmark : IBenchmark
{
    private const int Nodes = 100_000;

    public string Name => "storage.memory";

    public IEnumerable<Measurement> Run()
    {
        var before = GC.GetTotalMemory(true);
        using var engine = StorageEngine.InMemory();
        var graph = new SampleGraph(engine);
        graph.UpsertNodes(Nodes);
        yield return new("storage.bytes_per_node_without_relationships", (double)(GC.GetTotalMemory(true) - before) / Nodes);
        graph.UpsertRelationships(Nodes, Nodes * 10, 1);
        yield return new("storage.bytes_per_node", (double)(GC.GetTotalMemory(true) - before) / Nodes);
        GC.KeepAlive(engine);
    }
}
