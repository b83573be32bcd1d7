using Graph.Embedded;
using Graph.Embedded.Values;

namespace Graph.Benchmarks.Queries;

/// <summary>Nodes and relationships merged through Cypher, in UNWIND batches of 10,000, each a durable commit on disk.</summary>
internal sealed class QueryUpsertBenchmark : IBenchmark
{
    private const int Nodes = 50_000;
    private const int Relationships = 200_000;

    public string Name => "query.upserts";

    public IEnumerable<Measurement> Run()
    {
        var folder = Directory.CreateTempSubdirectory("graph-benchmark").FullName;
        try
        {
            _ = Upsert(Path.Combine(folder, "warm-up"));
            return Upsert(Path.Combine(folder, "store"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Measurement[] Upsert(string store)
    {
        using var database = EmbeddedDatabase.Open(store);
        database.Run(SocialGraph.Constraint).Dispose();
        var nodes = SocialGraph.NodeBatches(Nodes);
        var relationships = SocialGraph.RelationshipBatches(Nodes, Relationships, 1);
        return
        [
            .. Timing.Of(() => RunAll(database, SocialGraph.UpsertNodes, nodes)).Rates("query.node_creations", Nodes),
            .. Timing.Of(() => RunAll(database, SocialGraph.UpsertNodes, nodes)).Rates("query.node_updates", Nodes),
            .. Timing.Of(() => RunAll(database, SocialGraph.UpsertRelationships, relationships)).Rates("query.relationship_upserts", Relationships),
        ];
    }

    private static void RunAll(EmbeddedDatabase database, string statement, IReadOnlyList<IReadOnlyDictionary<string, Value>> batches)
    {
        foreach (var batch in batches)
        {
            database.Run(statement, batch).Dispose();
        }
    }
}
