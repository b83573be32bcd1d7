using System.Collections.Immutable;
using Graph.Store.Port;

namespace Graph.Store.Conformance.Port;

/// <summary>What the product relies on in any Cypher database: transactions, values, errors, constraints, access modes.</summary>
public abstract class CypherDatabaseConformance(DatabaseFixture fixture) : StoreTest(fixture)
{
    public static TheoryData<string> Values =>
    [
        "null", "true", "-9223372036854775808", "9007199254740993", "1.0", "1.5e300", "-0.1", "''", "'Łódź \\'quoted\\' \\n 😀'", "[]", "[1, 'a', null, [2.0]]",
        "{}", "{b: 1, a: {c: [true]}}", "date('2025-03-11')", "datetime('2025-03-11T10:00:00Z')", "duration('P1Y2M3DT4H')", "point({x: 1.5, y: 2.0})",
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public async Task a_value_returns_as_it_was_sent(string literal)
    {
        var sent = await SingleAsync($"RETURN {literal} AS value");
        if (sent is string && literal.EndsWith(')'))
        {
            // Temporal values and points leave the database as text: there is nothing to send back.
            Assert.NotEqual("", sent);
            return;
        }

        var echo = await SingleAsync("RETURN $value AS value", ("value", sent));
        Assert.Equal(ValueText.Of(sent), ValueText.Of(echo));
    }

    [Fact]
    public async Task nodes_relationships_and_paths_keep_labels_types_and_properties()
    {
        await Database.ClearAsync();
        var path = Assert.IsType<PathValue>(await SingleAsync("CREATE p = (:B:A {x: 1})-[:R {y: 'z'}]->(:C) RETURN p"));

        Assert.Equal("""{"nodes":[{"labels":["A","B"],"properties":{"x":1}},{"labels":["C"],"properties":{}}],"relationships":[{"type":"R","properties":{"y":"z"}}]}""", ValueText.Of(path));
        Assert.Equal(path.Nodes[0].ElementId, path.Relationships[0].StartElementId);
        Assert.Equal(path.Nodes[1].ElementId, path.Relationships[0].EndElementId);
    }

    [Fact]
    public async Task counters_say_what_changed()
    {
        await Database.ClearAsync();
        var result = await RunAsync("CREATE (a:A {x: 1})-[:R]->(:B) REMOVE a:A");

        Assert.Equal(new UpdateCounters(2, 0, 1, 0, 1, 2, 1, 0, 0), result.Counters);
        Assert.Equal(["x"], (await RunAsync("UNWIND [1] AS x RETURN x")).Columns);
    }

    [Fact]
    public async Task a_committed_transaction_is_seen_and_sees_its_own_writes()
    {
        await Database.ClearAsync();
        var inside = await Database.TransactAsync(AccessMode.Write, async (transaction, token) =>
        {
            await transaction.RunAsync(new CypherStatement("CREATE (:A)"), token);
            return (await transaction.RunAsync(new CypherStatement("MATCH (a:A) RETURN count(a)"), token)).Rows[0][0];
        }, Cancellation);

        Assert.Equal(1L, inside);
        Assert.Equal(1L, await SingleAsync("MATCH (a:A) RETURN count(a)"));
    }

    [Fact]
    public async Task an_exception_of_the_work_rolls_back_and_passes_through()
    {
        await Database.ClearAsync();
        await Assert.ThrowsAsync<InvalidTimeZoneException>(() => Database.TransactAsync<int>(AccessMode.Write, async (transaction, token) =>
        {
            await transaction.RunAsync(new CypherStatement("CREATE (:A)"), token);
            throw new InvalidTimeZoneException();
        }, Cancellation));

        Assert.Equal(0L, await SingleAsync("MATCH (a:A) RETURN count(a)"));
    }

    [Fact]
    public async Task a_cancelled_transaction_leaves_nothing()
    {
        await Database.ClearAsync();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Database.TransactAsync(AccessMode.Write, async (transaction, token) =>
        {
            await transaction.RunAsync(new CypherStatement("CREATE (:A)"), token);
            await stop.CancelAsync();
            token.ThrowIfCancellationRequested();
            return 0;
        }, stop.Token));

        Assert.Equal(0L, await SingleAsync("MATCH (a:A) RETURN count(a)"));
    }

    [Theory]
    [InlineData("RETURN", "Neo.ClientError.Statement.SyntaxError")]
    [InlineData("RETURN $missing", "Neo.ClientError.Statement.ParameterMissing")]
    [InlineData("RETURN 1 / 0", "Neo.ClientError.Statement.ArithmeticError")]
    [InlineData("RETURN x", "Neo.ClientError.Statement.SyntaxError")]
    [InlineData("MATCH (n) RETURN noSuchFunction(n)", "Neo.ClientError.Statement.SyntaxError")]
    public async Task an_error_has_its_code_and_is_not_tried_again(string cypher, string code)
    {
        var failure = await Assert.ThrowsAsync<CypherDatabaseException>(() => RunAsync(cypher));

        Assert.Equal(code, failure.Code);
        Assert.False(failure.IsTransient);
        Assert.NotEmpty(failure.Message);
    }

    [Fact]
    public async Task a_failed_statement_takes_its_transaction_with_it()
    {
        await Database.ClearAsync();
        await Assert.ThrowsAsync<CypherDatabaseException>(() => Database.TransactAsync(AccessMode.Write, async (transaction, token) =>
        {
            await transaction.RunAsync(new CypherStatement("CREATE (:A)"), token);
            await transaction.RunAsync(new CypherStatement("RETURN 1 / 0"), token);
            return 0;
        }, Cancellation));

        Assert.Equal(0L, await SingleAsync("MATCH (a:A) RETURN count(a)"));
    }

    [Fact]
    public async Task a_unique_property_is_enforced_and_may_be_declared_twice()
    {
        const string Declaration = "CREATE CONSTRAINT conformance_unique IF NOT EXISTS FOR (n:Unique) REQUIRE n.id IS UNIQUE";
        await Database.ClearAsync();
        await RunAsync(Declaration);
        await RunAsync(Declaration);
        await RunAsync("CREATE (:Unique {id: 1})");
        var failure = await Assert.ThrowsAsync<CypherDatabaseException>(() => RunAsync("CREATE (:Unique {id: 1})"));
        await RunAsync("DROP CONSTRAINT conformance_unique");

        Assert.Equal("Neo.ClientError.Schema.ConstraintValidationFailed", failure.Code);
    }

    [Fact]
    public async Task a_reading_access_refuses_to_write()
    {
        await Database.ClearAsync();
        await Assert.ThrowsAsync<CypherDatabaseException>(() => Database.RunAsync(new CypherStatement("CREATE (:A)"), AccessMode.Read, Cancellation));
        await Assert.ThrowsAsync<CypherDatabaseException>(() => Database.TransactAsync(
            AccessMode.Read, (transaction, token) => transaction.RunAsync(new CypherStatement("CREATE (:A)"), token), Cancellation));

        Assert.Equal(0L, await SingleAsync("MATCH (a:A) RETURN count(a)"));
    }

    [Fact]
    public async Task writers_of_one_graph_take_turns()
    {
        const int Writers = 8;
        const string Lock = "MERGE (l:Lock {id: 'one'}) SET l.isHeld = true REMOVE l.isHeld";
        await Database.ClearAsync();
        await RunAsync("CREATE (:Lock {id: 'one'}), (:Counter {value: 0})");
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Database.TransactAsync(AccessMode.Write, async (transaction, token) =>
        {
            await transaction.RunAsync(new CypherStatement(Lock), token);
            var value = (long)(await transaction.RunAsync(new CypherStatement("MATCH (c:Counter) RETURN c.value"), token)).Rows[0][0]!;
            var parameters = ImmutableDictionary<string, object?>.Empty.Add("value", value + 1);
            return await transaction.RunAsync(new CypherStatement("MATCH (c:Counter) SET c.value = $value", parameters), token);
        }, Cancellation)));

        Assert.Equal((long)Writers, await SingleAsync("MATCH (c:Counter) RETURN c.value"));
    }

    [Fact]
    public async Task a_large_batch_of_rows_goes_in_and_out()
    {
        const int Rows = 10_000;
        var rows = Enumerable.Range(0, Rows).Select(index => (object?)new Dictionary<string, object?> { ["id"] = (long)index, ["text"] = $"row {index}" }).ToList();
        var result = await RunAsync("UNWIND $rows AS row RETURN row.id, row.text", ("rows", rows));

        Assert.Equal(Rows, result.Rows.Length);
        Assert.Equal($"row {Rows - 1}", result.Rows[^1][1]);
    }

    private Task<QueryResult> RunAsync(string cypher, params (string Name, object? Value)[] parameters) => Database.RunAsync(
        new CypherStatement(cypher, parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal)),
        AccessMode.Write, Cancellation);

    private async Task<object?> SingleAsync(string cypher, params (string Name, object? Value)[] parameters) =>
        Assert.Single(Assert.Single((await RunAsync(cypher, parameters)).Rows));
}
