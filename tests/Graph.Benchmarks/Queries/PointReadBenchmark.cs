using System.Diagnostics;
using Graph.Embedded;
using Graph.Embedded.Values;

namespace Graph.Benchmarks.Queries;

/// <summary>One node read by its indexed key through Cypher, in process.</summary>
internal sealed class PointReadBenchmark : IBenchmark
{
    private const int Nodes = 100_000;
    private const int Reads = 50_000;

    public string Name => "query.point_read";

    public IEnumerable<Measurement> Run()
    {
        using var database = EmbeddedDatabase.InMemory();
        database.Run(SocialGraph.Constraint).Dispose();
        foreach (var batch in SocialGraph.NodeBatches(Nodes))
        {
            database.Run(SocialGraph.UpsertNodes, batch).Dispose();
        }

        var times = new double[Reads];
        for (var i = -Reads; i < Reads; i++)
        {
            var parameters = new MapValue(["id"], [Value.Of((i + Reads) * 7919L % Nodes)]);
            var start = Stopwatch.GetTimestamp();
            Read(database, parameters);
            if (i >= 0)
            {
                times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
            }
        }

        Array.Sort(times);
        yield return new("query.point_read_median_ms", times[Reads / 2]);
        yield return new("query.point_read_p99_ms", times[Reads * 99 / 100]);
    }

    private static void Read(EmbeddedDatabase database, MapValue parameters)
    {
        using var result = database.Run("MATCH (n:Person {id: $id}) RETURN n", parameters);
        if (!result.MoveNext() || result.Current[0].NodeData!.Properties.Count != 5)
        {
            throw new InvalidOperationException("The node was not read.");
        }
    }
}
