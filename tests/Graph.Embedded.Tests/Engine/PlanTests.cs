using Graph.Embedded.Engine;
using Graph.Embedded.Procedures;
using Graph.Embedded.Storage;

namespace Graph.Embedded.Tests.Engine;

/// <summary>What EXPLAIN and PROFILE tell, and when a plan serves again.</summary>
public sealed class PlanTests : IDisposable
{
    private readonly EmbeddedDatabase _database = EmbeddedDatabase.InMemory();

    public PlanTests() => Run("UNWIND range(1, 10) AS i CREATE (:A {x: i})-[:R]->(:B {y: i})");

    public void Dispose() => _database.Dispose();

    [Fact]
    public void Explain_plans_without_running()
    {
        var summary = Run("EXPLAIN CREATE (:C)");

        Assert.False(summary.IsProfile);
        Assert.Contains(Flat(summary.Plan!), static plan => plan.Operator == "Create");
        Assert.All(Flat(summary.Plan!), static plan => Assert.True(plan.Rows is null && plan.Hits is null));
        Assert.Equal(0, summary.Counters.NodesCreated);
        Assert.Equal(20, Run("PROFILE MATCH (n) RETURN n").Plan!.Rows);
    }

    [Fact]
    public void Profile_counts_the_rows_and_the_storage_accesses_of_each_operator()
    {
        var summary = Run("PROFILE MATCH (a:A) WHERE a.x > 7 RETURN a.x AS x");

        Assert.True(summary.IsProfile);
        var plans = Flat(summary.Plan!).ToDictionary(static plan => plan.Operator);
        Assert.Equal(10, plans["NodeByLabelScan"].Rows);
        Assert.Equal(3, plans["Filter"].Rows);
        Assert.Equal(3, summary.Plan!.Rows);
        Assert.True(plans["NodeByLabelScan"].Hits >= 10);
        Assert.True(plans["Filter"].Hits >= 10);
        Assert.True(Flat(summary.Plan).Sum(static plan => plan.Hits) > 20);
    }

    [Fact]
    public void A_limit_stops_what_comes_before_it()
    {
        var plans = Flat(Run("PROFILE MATCH (a:A) RETURN a.x LIMIT 2").Plan!).ToDictionary(static plan => plan.Operator);

        Assert.Equal(2, plans["NodeByLabelScan"].Rows);
    }

    [Fact]
    public void A_plan_serves_the_same_text_until_schema_or_size_change()
    {
        using var storage = StorageEngine.InMemory();
        var cache = new PlanCache(new StatementCompiler(storage.Tokens, new ProcedureCatalog([]), isSystem: false), capacity: 2);
        CompiledStatement Get(string text)
        {
            using var reader = storage.BeginRead();
            return cache.Get(text, reader);
        }

        var first = Get("MATCH (n:A {x: $x}) RETURN n");
        Assert.Same(first, Get("MATCH (n:A {x: $x}) RETURN n"));

        using (var writer = storage.BeginWrite(TestContext.Current.CancellationToken))
        {
            for (var i = 0; i < 1000; i++)
            {
                writer.CreateNode([], []);
            }

            writer.Commit();
        }

        var second = Get("MATCH (n:A {x: $x}) RETURN n");
        Assert.NotSame(first, second);
        _ = Get("RETURN 1");
        _ = Get("RETURN 2");
        Assert.NotSame(second, Get("MATCH (n:A {x: $x}) RETURN n"));
    }

    private ResultSummary Run(string statement)
    {
        using var result = _database.Run(statement, null, TestContext.Current.CancellationToken);
        while (result.MoveNext())
        {
            // The summary is complete at the end.
        }

        return result.Summary;
    }

    private static IEnumerable<PlanDescription> Flat(PlanDescription plan) => plan.Children.SelectMany(Flat).Prepend(plan);
}
