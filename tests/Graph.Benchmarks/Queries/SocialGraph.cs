using Graph.Embedded.Values;

namespace Graph.Benchmarks.Queries;

/// <summary>Persons who know one another at random, as rows of Cypher parameters; the same for every server.</summary>
internal static class SocialGraph
{
    public const int BatchSize = 10_000;

    public const string Constraint = "CREATE CONSTRAINT person_id IF NOT EXISTS FOR (n:Person) REQUIRE n.id IS UNIQUE";

    public const string UpsertNodes =
        "UNWIND $rows AS row MERGE (n:Person {id: row.id}) SET n.name = row.name, n.born = row.born, n.score = row.score, n.country = row.country";

    public const string UpsertRelationships =
        "UNWIND $rows AS row MATCH (a:Person {id: row.from}) MATCH (b:Person {id: row.to}) MERGE (a)-[r:KNOWS]->(b)";

    public const string CreateRelationships =
        "UNWIND $rows AS row MATCH (a:Person {id: row.from}) MATCH (b:Person {id: row.to}) CREATE (a)-[r:KNOWS]->(b)";

    /// <summary>Parameters of one statement a batch.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, Value>> NodeBatches(int nodes) =>
        Batches(Enumerable.Range(0, nodes).Select(static i => Value.Of(new MapValue(
            ["id", "name", "born", "score", "country"],
            [Value.Of((long)i), Value.Of("Name Number " + i), Value.Of(1900L + (i % 100)), Value.Of(i / 7.0), Value.Of("Ruritania")]))));

    /// <inheritdoc cref="NodeBatches"/>
    public static IReadOnlyList<IReadOnlyDictionary<string, Value>> RelationshipBatches(int nodes, int relationships, int seed)
    {
        var random = new Random(seed);
        return Batches(Enumerable.Range(0, relationships).Select(_ => Value.Of(new MapValue(
            ["from", "to"], [Value.Of((long)random.Next(nodes)), Value.Of((long)random.Next(nodes))]))));
    }

    private static List<IReadOnlyDictionary<string, Value>> Batches(IEnumerable<Value> rows) =>
        [.. rows.Chunk(BatchSize).Select(static batch => (IReadOnlyDictionary<string, Value>)new MapValue(["rows"], [Value.List(batch)]))];
}
