using System.Diagnostics;
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
                yield return new("storage.node_creations_per_s", Rate(Nodes, () => graph.UpsertNodes(Nodes)));
                yield return new("storage.node_updates_per_s", Rate(Nodes, () => graph.UpsertNodes(Nodes)));
                yield return new(
                    "storage.relationship_upserts_per_s", Rate(Relationships, () => graph.UpsertRelationships(Nodes, Relationships, 1)));
            }

            yield return new("storage.open_by_log_ms", Time(() => StorageEngine.Open(store).Dispose()));
            using (var engine = StorageEngine.Open(store))
            {
                yield return new("storage.snapshot_ms", Time(engine.Checkpoint));
            }

            yield return new("storage.open_by_snapshot_ms", Time(() => StorageEngine.Open(store).Dispose()));
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static double Rate(int count, Action action) => count / (Time(action) / 1000);

    private static double Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
