using Graph.Embedded.Values;
using Microsoft.Extensions.Time.Testing;

namespace Graph.Embedded.Tests.Engine;

/// <summary>Statements that want more than they may have end with an error that says so, and the database goes on.</summary>
public sealed class QueryLimitsTests
{
    private const string OutOfMemory = "Neo.TransientError.General.MemoryPoolOutOfMemoryError";

    [Theory]
    [InlineData("UNWIND range(1, 10000000) AS x RETURN collect(x) AS c")]
    [InlineData("UNWIND range(1, 10000000) AS x RETURN x ORDER BY -x")]
    [InlineData("UNWIND range(1, 10000000) AS x RETURN DISTINCT x")]
    [InlineData("UNWIND range(1, 10000000) AS x RETURN x, count(*) AS c")]
    [InlineData("UNWIND range(1, 10000000) AS x RETURN count(DISTINCT x) AS c")]
    [InlineData("RETURN reduce(t = 'x', i IN range(1, 60) | t + t) AS t")]
    [InlineData("RETURN reduce(t = [1], i IN range(1, 60) | t + t) AS t")]
    [InlineData("UNWIND range(1, 1000000) AS x CREATE (:N {x: x})")]
    public void Rows_that_are_held_back_count_towards_the_limit_of_memory(string statement)
    {
        using var database = EmbeddedDatabase.InMemory(new EmbeddedDatabaseOptions { Limits = new QueryLimits { MemoryBytes = 8 * 1024 * 1024 } });

        var exception = Assert.Throws<CypherException>(() => Drain(database, statement));

        Assert.Equal(OutOfMemory, exception.Code);
        Assert.Contains("8 MiB", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, Drain(database, "MATCH (n) RETURN count(n) AS c"));
    }

    [Fact]
    public void Rows_that_pass_through_do_not_count()
    {
        using var database = EmbeddedDatabase.InMemory(new EmbeddedDatabaseOptions { Limits = new QueryLimits { MemoryBytes = 1024 * 1024 } });

        Assert.Equal(300_000, Drain(database, "UNWIND range(1, 300000) AS x WITH x WHERE x > 0 RETURN x"));
    }

    [Fact]
    public void A_statement_that_takes_longer_than_the_limit_ends()
    {
        var time = new FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromMilliseconds(10) };
        using var database = EmbeddedDatabase.InMemory(new EmbeddedDatabaseOptions
        {
            Time = time,
            Limits = new QueryLimits { Time = TimeSpan.FromSeconds(1) },
        });

        var exception = Assert.Throws<CypherException>(
            () => Drain(database, "UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y RETURN count(*) AS c"));

        Assert.Equal("Neo.ClientError.Transaction.TransactionTimedOut", exception.Code);
        Assert.Contains("1 seconds", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_statement_that_is_cancelled_ends()
    {
        using var database = EmbeddedDatabase.InMemory();
        using var cancellation = new CancellationTokenSource();
        using var result = database.Run("UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y RETURN x", null, cancellation.Token);
        Assert.True(result.MoveNext());
        cancellation.Cancel();

        Assert.Throws<OperationCanceledException>(() =>
        {
            while (result.MoveNext())
            {
                // Rows come until the token is looked at.
            }
        });
    }

    private static int Drain(EmbeddedDatabase database, string statement)
    {
        using var result = database.Run(statement, new Dictionary<string, Value>(), TestContext.Current.CancellationToken);
        var rows = 0;
        while (result.MoveNext())
        {
            rows++;
        }

        return rows;
    }
}
