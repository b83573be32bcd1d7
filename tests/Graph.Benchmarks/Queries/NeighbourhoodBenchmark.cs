using System.Diagnostics;
using Graph.Embedded;
using Graph.Embedded.Values;

namespace Graph.Benchmarks.Queries;

/// <summary>
/// Nodes within two hops of a person, counted, on 100,000 nodes and 2,400,000 relationships: through Cypher in the embedded
/// engine, and in a Neo4j on the same machine where one is set, whose count must be the same.
/// </summary>
internal sealed class NeighbourhoodBenchmark : IBenchmark
{
    private const int Nodes = 100_000;
    private const int Relationships = 2_400_000;
    private const int WarmUps = 200;
    private const int Samples = 200;

    /// <summary>Each way in which people write it.</summary>
    private static readonly (string Name, string Text)[] Statements =
    [
        ("within_two_hops", "MATCH (a:Person {id: $id})-[:KNOWS*1..2]-(b) RETURN count(DISTINCT b) AS c"),
        ("two_hops_distinct", "MATCH (a:Person {id: $id})-[:KNOWS]->()-[:KNOWS]->(b) RETURN count(DISTINCT b) AS c"),
        ("two_hops_paths", "MATCH (a:Person {id: $id})-[:KNOWS]-()-[:KNOWS]-(b) RETURN count(*) AS c"),
        ("two_hops_filtered", "MATCH (a:Person {id: $id})-[:KNOWS]->()-[:KNOWS]->(b) WHERE b.born > 1950 RETURN count(DISTINCT b) AS c"),
    ];

    public string Name => "query.neighbourhood";

    public IEnumerable<Measurement> Run()
    {
        using var database = EmbeddedDatabase.InMemory();
        long Ask(string text, IReadOnlyDictionary<string, Value>? parameters)
        {
            using var result = database.Run(text, parameters);
            return result.MoveNext() ? result.Current[0].AsInteger : 0;
        }

        Build(Ask);
        using var neo4j = Neo4jServer.Find();
        if (neo4j is not null)
        {
            if (neo4j.Run("MATCH (n:Person) RETURN count(n) AS c") != Nodes)
            {
                neo4j.Run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS");
                neo4j.Run("DROP CONSTRAINT person_id IF EXISTS");
            }

            Build(neo4j.Run);
        }

        foreach (var (name, text) in Statements)
        {
            var (mine, sum) = Median(text, Ask);
            yield return new($"query.{name}_ms", mine);
            if (neo4j is null)
            {
                continue;
            }

            // Two round trips' difference is what the other server needs itself.
            var (theirs, theirSum) = Median(text, neo4j.Run);
            var (trip, _) = Median("RETURN $id AS c", neo4j.Run);
            if (sum != theirSum)
            {
                throw new InvalidOperationException($"'{text}' counts {sum} here and {theirSum} in Neo4j.");
            }

            yield return new($"query.{name}_neo4j_ms", theirs);
            yield return new($"query.{name}_neo4j_less_trip_ms", theirs - trip);
            yield return new($"query.{name}_times_faster", theirs / mine);
            yield return new($"query.{name}_times_faster_less_trip", (theirs - trip) / mine);
        }
    }

    /// <summary>Goes on where an earlier run of the same server stopped.</summary>
    private static void Build(Func<string, IReadOnlyDictionary<string, Value>?, long> ask)
    {
        ask(SocialGraph.Constraint, null);
        if (ask("MATCH (n:Person) RETURN count(n) AS c", null) != Nodes)
        {
            foreach (var batch in SocialGraph.NodeBatches(Nodes))
            {
                ask(SocialGraph.UpsertNodes, batch);
            }
        }

        var there = (int)ask("MATCH ()-[r:KNOWS]->() RETURN count(r) AS c", null) / SocialGraph.BatchSize;
        foreach (var batch in SocialGraph.RelationshipBatches(Nodes, Relationships, 1).Skip(there))
        {
            ask(SocialGraph.CreateRelationships, batch);
        }
    }

    /// <summary>Milliseconds of the middle one, and the sum of what was counted.</summary>
    private static (double Milliseconds, long Sum) Median(string text, Func<string, IReadOnlyDictionary<string, Value>?, long> ask)
    {
        var times = new double[Samples];
        long sum = 0;
        for (var i = -WarmUps; i < Samples; i++)
        {
            var parameters = new MapValue(["id"], [Value.Of((i + WarmUps) * 7919L % Nodes)]);
            var start = Stopwatch.GetTimestamp();
            var count = ask(text, parameters);
            if (i >= 0)
            {
                times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                sum += count;
            }
        }

        Array.Sort(times);
        return (times[Samples / 2], sum);
    }
}
