using Graph.Embedded.Storage;

namespace Graph.Benchmarks.Storage;

/// <summary>Durable upserts by key in batches of 10,000, on disk; then what the store needs to open again.</summary>
internal sealed class UpsertBenchmark : IBenchmark
{
    private const int Nodes = 50_000;
    private const int Relationships = 200_000;

    public string Name => "storage.upserts";

    public IEnumerable<Measurement> Run()
    {
        var folder = Directory.CreateTempSubdirectory("graph-benchmark").FullName;
        try
        {
            using (var warmUp = StorageEngine.Open(Path.Combine(folder, "warm-up")))
            {
                var graph = new SampleGraph(warmUp);
                graph.UpsertNodes(Nodes);
                graph.UpsertRelationships(Nodes, Relationships, 2);
            }

            var store = Path.Combine(folder, "store");
            using (var engine = StorageEngine.Open(store))
            {
                var graph = new SampleGraph(engine);
                Measurement[] rates =
                [
                    .. Timing.Of(() => graph.UpsertNodes(Nodes)).Rates("storage.node_creations", Nodes),
                    .. Timing.Of(() => graph.UpsertNodes(Nodes)).Rates("storage.node_updates", Nodes),
                    .. Timing.Of(() => graph.UpsertRelationships(Nodes, Relationships, 1)).Rates("storage.relationship_upserts", Relationships),
                ];
                foreach (var rate in rates)
                {
                    yield return rate;
                }
            }

            yield return new("storage.open_by_log_ms", Timing.Of(() => StorageEngine.Open(store).Dispose()).Milliseconds);
            using (var engine = StorageEngine.Open(store))
            {
                yield return new("storage.snapshot_ms", Timing.Of(engine.Checkpoint).Milliseconds);
            }

            yield return new("storage.open_by_snapshot_ms", Timing.Of(() => StorageEngine.Open(store).Dispose()).Milliseconds);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }
}
