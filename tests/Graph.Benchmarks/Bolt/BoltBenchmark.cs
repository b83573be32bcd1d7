using System.Diagnostics;
using System.Globalization;
using System.Net;
using Graph.Embedded;
using Graph.Embedded.Bolt;
using Graph.Embedded.Values;

namespace Graph.Benchmarks.Bolt;

/// <summary>A point read by indexed key and a long result, over Bolt on loopback, and the same read in process; the client runs in this process too.</summary>
internal sealed class BoltBenchmark : IBenchmark
{
    private const int Nodes = 100_000;
    private const int Reads = 20_000;
    private const string PointRead = "MATCH (n:Person {id: $id}) RETURN n";

    public string Name => "bolt";

    public IEnumerable<Measurement> Run()
    {
        using var database = EmbeddedDatabase.InMemory();
        database.Run("CREATE INDEX FOR (n:Person) ON (n.id)").Dispose();
        database.Run($"UNWIND range(1, {Nodes}) AS i CREATE (:Person {{id: i, name: 'name ' + i, born: 1900 + i % 100}})").Dispose();
        foreach (var measurement in ReadInProcess(database))
        {
            yield return measurement;
        }

        var server = BoltServer.StartAsync(database, new BoltServerOptions { Listen = new IPEndPoint(IPAddress.Loopback, 0) }).GetAwaiter().GetResult();
        try
        {
            using var connection = new BoltConnection(server.EndPoint);
            foreach (var measurement in ReadOverBolt(connection).Append(Stream(connection)))
            {
                yield return measurement;
            }
        }
        finally
        {
            server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }

    private static IEnumerable<Measurement> ReadInProcess(EmbeddedDatabase database)
    {
        var ids = new Random(1);
        return Percentiles("bolt.in_process_point_read", () =>
        {
            using var result = database.Run(PointRead, new MapValue(["id"], [Value.Of(1 + ids.Next(Nodes))]));
            while (result.MoveNext())
            {
                // One row.
            }
        });
    }

    private static IEnumerable<Measurement> ReadOverBolt(BoltConnection connection)
    {
        var messages = Enumerable.Range(1, 100).Select(i => BoltConnection.Messages(
            string.Create(CultureInfo.InvariantCulture, $"RUN \"{PointRead}\" {{id: {i * 997}}} {{mode: \"r\"}}"), "PULL {n: 1000}")).ToArray();
        var answers = connection.Ask(messages[0], 3);
        if (!answers[1].StartsWith("RECORD [@N(", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"The read answers {string.Join("; ", answers)}.");
        }

        var next = 0;
        return Percentiles("bolt.point_read", () => connection.Exchange(messages[next++ % messages.Length], 3));
    }

    private static Measurement Stream(BoltConnection connection)
    {
        var messages = BoltConnection.Messages("RUN \"MATCH (n:Person) RETURN n.id, n.name\" {} {mode: \"r\"}", "PULL {n: -1}");
        var timing = Timing.BestOf(() => connection.Exchange(messages, Nodes + 2));
        return new Measurement("bolt.rows_per_s", Nodes * 1000 / timing.Milliseconds);
    }

    private static IEnumerable<Measurement> Percentiles(string name, Action read)
    {
        var times = new double[Reads];
        for (var warmUp = 0; warmUp < Reads / 4; warmUp++)
        {
            read();
        }

        for (var i = 0; i < times.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            read();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(times);
        yield return new Measurement($"{name}_median_ms", times[Reads / 2]);
        yield return new Measurement($"{name}_p99_ms", times[Reads * 99 / 100]);
    }
}
