using Graph.Embedded.Values;

namespace Graph.Embedded.Tests.Engine;

public sealed class OnDemandTransactionTests : IDisposable
{
    private readonly EmbeddedDatabase _database = EmbeddedDatabase.InMemory();

    public OnDemandTransactionTests() => _database.Run("CREATE (:A {x: 1})", null, TestContext.Current.CancellationToken).Dispose();

    public void Dispose() => _database.Dispose();

    [Fact]
    public void Two_of_them_are_open_in_one_thread_as_long_as_one_writes_at_a_time()
    {
        using var first = Begin();
        using var second = Begin();

        Assert.Equal(1, Count(first));
        Assert.Equal(1, Count(second));
        Write(first);
        first.Commit();
        Write(second);

        Assert.Equal(3, Count(second));
        second.Commit();
        Assert.Equal(3, Count(_database.BeginTransaction(AccessMode.Read, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void What_was_read_before_the_write_stays_as_it_was()
    {
        using var transaction = Begin();
        using var before = Run(transaction, "MATCH (n:A) RETURN n.x");
        Write(transaction);

        Assert.True(before.MoveNext());
        Assert.False(before.MoveNext());
        Assert.Equal(2, Count(transaction));
    }

    [Fact]
    public void It_waits_for_the_writer_before_it_and_can_be_cancelled_then()
    {
        using var writer = _database.BeginTransaction(AccessMode.Write, TestContext.Current.CancellationToken);
        using var transaction = Begin();
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Equal(1, Count(transaction));
        Assert.ThrowsAny<OperationCanceledException>(() => transaction.Run("CREATE (:A)", null, cancelled.Token));
    }

    [Fact]
    public void Explaining_a_write_is_no_write()
    {
        using var writer = _database.BeginTransaction(AccessMode.Write, TestContext.Current.CancellationToken);
        using var transaction = Begin();

        using var result = Run(transaction, "EXPLAIN CREATE (:A)");
        Assert.NotNull(result.Summary.Plan);
    }

    [Fact]
    public void A_failed_statement_leaves_only_the_rollback()
    {
        foreach (var wrong in new[] { "RETRUN 1", "CREATE (:A {x: 1 / 0})" })
        {
            using var transaction = Begin();
            Write(transaction);
            Assert.Throws<CypherException>(() => Run(transaction, wrong));

            Assert.Throws<CypherException>(() => Run(transaction, "RETURN 1"));
            Assert.Throws<CypherException>(transaction.Commit);
            transaction.Rollback();
        }

        Assert.Equal(1, Count(_database.BeginTransaction(AccessMode.Read, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public void A_row_that_fails_before_the_write_fails_the_transaction()
    {
        using var transaction = Begin();
        using var rows = Run(transaction, "MATCH (n:A) RETURN n.x / 0");
        Assert.Throws<CypherException>(() => rows.MoveNext());

        Assert.Throws<CypherException>(() => Run(transaction, "CREATE (:A)"));
    }

    [Fact]
    public void Its_clock_stands_still()
    {
        using var transaction = Begin();
        var before = Single(transaction, "RETURN datetime.transaction()");
        Write(transaction);

        Assert.Equal(before, Single(transaction, "RETURN datetime.transaction()"));
    }

    private EmbeddedTransaction Begin() => _database.BeginTransaction(AccessMode.WriteOnDemand, TestContext.Current.CancellationToken);

    private static void Write(EmbeddedTransaction transaction) => Run(transaction, "CREATE (:A)").Dispose();

    private static long Count(EmbeddedTransaction transaction) => Single(transaction, "MATCH (n:A) RETURN count(n)").AsInteger;

    private static EmbeddedResult Run(EmbeddedTransaction transaction, string cypher) =>
        transaction.Run(cypher, null, TestContext.Current.CancellationToken);

    private static Value Single(EmbeddedTransaction transaction, string cypher)
    {
        using var result = Run(transaction, cypher);
        Assert.True(result.MoveNext());
        return result.Current[0];
    }
}
