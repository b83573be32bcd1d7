using System.Text;
using Graph.Embedded;
using Graph.Embedded.Values;
using Graph.Fuzzing.Mutation;

namespace Graph.Fuzzing.Queries;

/// <summary>Runs mutated statements in this process: each must give rows or a <see cref="CypherException"/>, within the limits.</summary>
internal sealed class QueryFuzzer(Findings findings, Watch watch, string folder)
{
    private const int StatementsPerDatabase = 20_000;
    private const int MaxRows = 1_000;

    private static readonly EmbeddedDatabaseOptions Limits = new()
    {
        Limits = new QueryLimits { Time = TimeSpan.FromSeconds(2), MemoryBytes = 256L << 20 },
        RandomSeed = 1,
    };

    private static readonly MapValue Parameters = new(
        ["i", "x", "map", "key", "id", "p", "rows"],
        [
            Value.Of(1), Value.Of(2), Value.Of(new MapValue(["key"], [Value.Of("v")])), Value.Of("name"), Value.Of("a"), Value.Null,
            Value.List(Value.Of(new MapValue(["id"], [Value.Of("a")]))),
        ]);

    /// <summary>Runs until told to stop; returns how many statements ran.</summary>
    public long Run(int seed, CancellationToken cancellationToken)
    {
        var random = new Random(seed);
        var seeds = QuerySeeds.Read();
        var mutator = new TextMutator(random, seeds);
        var count = 0L;
        while (!cancellationToken.IsCancellationRequested)
        {
            using var database = EmbeddedDatabase.InMemory(Limits);
            Fill(database);
            for (var i = 0; i < StatementsPerDatabase && !cancellationToken.IsCancellationRequested; i++)
            {
                var text = seeds[random.Next(seeds.Count)];
                Try(database, i < seeds.Count ? text : mutator.Mutate(text));
                count++;
            }

            watch.CheckMemory();
        }

        return count;
    }

    private static void Fill(EmbeddedDatabase database)
    {
        string[] statements =
        [
            "CREATE INDEX FOR (n:Person) ON (n.name)",
            "UNWIND range(1, 20) AS i CREATE (:Person {id: i, name: 'n' + i, age: i, list: [i]}), (:City {name: 'c' + i})",
            "MATCH (a:Person), (b:Person) WHERE b.id IN [a.id + 1, a.id * 2] CREATE (a)-[:KNOWS {since: 2000 + a.id}]->(b)",
            "MATCH (a:Person), (b:City) WHERE b.name = 'c' + (a.id % 5) CREATE (a)-[:LIKES]->(b)",
        ];
        foreach (var statement in statements)
        {
            database.Run(statement).Dispose();
        }
    }

    private void Try(EmbeddedDatabase database, string text)
    {
        // A crash of the process leaves the text behind.
        File.WriteAllText(Path.Combine(folder, "current.txt"), text, Encoding.Unicode);
        watch.Begin(text);
        try
        {
            using var result = database.Run(text, Parameters);
            for (var row = 0; row < MaxRows && result.MoveNext(); row++)
            {
                _ = result.Current.Length;
            }

            _ = result.Summary;
        }
        catch (CypherException failure)
        {
            if (failure.Code.StartsWith("Neo.DatabaseError", StringComparison.Ordinal) && !failure.Code.Contains("Schema", StringComparison.Ordinal))
            {
                findings.Add(failure, text);
            }
        }
        catch (Exception exception)
        {
            findings.Add(exception, text);
        }
    }
}
