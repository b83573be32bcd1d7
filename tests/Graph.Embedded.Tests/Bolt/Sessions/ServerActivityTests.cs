using Graph.Embedded.Bolt;
using Graph.Embedded.Tests.Bolt.Wire;

namespace Graph.Embedded.Tests.Bolt.Sessions;

/// <summary>What statements tell of the clients of a server, and do to them.</summary>
public sealed class ServerActivityTests : IAsyncLifetime
{
    private readonly EmbeddedDatabase _database = EmbeddedDatabase.InMemory();
    private BoltServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await BoltServer.StartAsync(_database, BoltFixture.Options);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _database.Dispose();
    }

    [Fact]
    public async Task Open_transactions_are_shown_with_what_runs_in_them()
    {
        await using var idle = await LogInAsync();
        await using var busy = await LogInAsync();
        await using var observer = await LogInAsync();
        await AskAsync(idle, "BEGIN {tx_metadata: {app: \"x\"}}");
        await AskAsync(busy, "BEGIN {}", "RUN \"UNWIND range(1, $n) AS n RETURN n\" {n: 9} {}", "PULL {n: 1}");

        var rows = await RowsAsync(
            observer, "SHOW TRANSACTIONS YIELD transactionId, currentQuery, metaData, parameters, status, connectionId, database");

        Assert.Equal(
            [
                "RECORD [\"neo4j-transaction-1\", \"\", {app: \"x\"}, {}, \"Running\", \"bolt-1\", \"neo4j\"]",
                "RECORD [\"neo4j-transaction-2\", \"UNWIND range(1, $n) AS n RETURN n\", {}, {n: 9}, \"Running\", \"bolt-2\", \"neo4j\"]",
            ],
            rows[..2]);
        Assert.Equal(3, rows.Count);
    }

    [Fact]
    public async Task A_transaction_that_has_ended_is_shown_no_more()
    {
        await using var client = await LogInAsync();
        await AskAsync(client, "BEGIN {}", "RUN \"RETURN 1\" {} {}", "PULL {n: -1}", "COMMIT");
        await AskAsync(client, "BEGIN {}", "ROLLBACK");

        Assert.Equal(["RECORD [\"SHOW TRANSACTIONS YIELD currentQuery\"]"], await RowsAsync(client, "SHOW TRANSACTIONS YIELD currentQuery"));
    }

    [Fact]
    public async Task A_terminated_transaction_fails_and_is_shown_as_such_until_its_client_knows()
    {
        await using var victim = await LogInAsync();
        await using var observer = await LogInAsync();
        await AskAsync(victim, "BEGIN {}", "RUN \"CREATE (:Victim)\" {} {}", "PULL {n: -1}");

        var answer = await RowsAsync(observer, "TERMINATE TRANSACTIONS 'neo4j-transaction-1', 'neo4j-transaction-99'");
        var shown = await RowsAsync(observer, "SHOW TRANSACTIONS 'neo4j-transaction-1' YIELD status");
        await victim.SayAsync("COMMIT");
        var failure = await victim.HearAsync();

        Assert.Equal(
            [
                "RECORD [\"neo4j-transaction-1\", \"neo4j\", \"Transaction terminated.\"]",
                "RECORD [\"neo4j-transaction-99\", null, \"Transaction not found.\"]",
            ],
            answer);
        Assert.Equal(["RECORD [\"Terminated with reason: Status.Code[Neo.ClientError.Transaction.Terminated]\"]"], shown);
        Assert.Contains("Neo.ClientError.Transaction.Terminated", failure, StringComparison.Ordinal);
        Assert.Equal(["RECORD [0]"], await RowsAsync(observer, "MATCH (n:Victim) RETURN count(n)"));
        Assert.Empty(await RowsAsync(observer, "SHOW TRANSACTIONS 'neo4j-transaction-1'"));
    }

    [Theory]
    [InlineData("BEGIN {tx_metadata: {app: \"x\"}}", "RUN \"CALL tx.getMetaData()\" {} {}")]
    [InlineData("RUN \"CALL tx.getMetaData()\" {} {tx_metadata: {app: \"x\"}}")]
    [InlineData("RUN \"CALL tx.getMetaData()\" {} {mode: \"r\", tx_metadata: {app: \"x\"}}")]
    public async Task What_the_client_says_of_a_transaction_is_told_inside_it(params string[] messages)
    {
        await using var client = await LogInAsync();

        await client.SayAsync([.. messages, "PULL {n: -1}"]);
        foreach (var _ in messages)
        {
            Assert.StartsWith("SUCCESS", await client.HearAsync(), StringComparison.Ordinal);
        }

        Assert.Equal("RECORD [{app: \"x\"}]", await client.HearAsync());
    }

    [Fact]
    public async Task Connections_are_listed_and_closed()
    {
        await using var victim = await LogInAsync();
        await using var observer = await LogInAsync();
        Assert.Equal(
            ["RECORD [\"bolt-1\", \"bolt\", \"neo4j\", \"test/1\"]", "RECORD [\"bolt-2\", \"bolt\", \"neo4j\", \"test/1\"]"],
            await RowsAsync(observer, "CALL dbms.listConnections() YIELD connectionId, connector, username, userAgent RETURN connectionId, connector, username, userAgent"));

        var answer = await RowsAsync(observer, "CALL dbms.killConnections(['bolt-1', 'bolt-99'])");
        await victim.ExpectEndAsync();

        Assert.Equal(
            ["RECORD [\"bolt-1\", \"neo4j\", \"Connection found\"]", "RECORD [\"bolt-99\", \"n/a\", \"No connection found with this id\"]"], answer);
        await Eventually.Succeeds(async () =>
            Assert.Equal(["RECORD [\"bolt-2\"]"], await RowsAsync(observer, "CALL dbms.listConnections() YIELD connectionId RETURN connectionId")));
    }

    private Task<WireClient> LogInAsync() => WireClient.LogInAsync(_server.EndPoint);

    private static async Task AskAsync(WireClient client, params string[] messages)
    {
        await client.SayAsync(messages);
        for (var answers = 0; answers < messages.Length;)
        {
            var answer = await client.HearAsync();
            Assert.False(answer.StartsWith("FAILURE", StringComparison.Ordinal), answer);
            answers += answer.StartsWith("RECORD", StringComparison.Ordinal) ? 0 : 1;
        }
    }

    private static async Task<List<string>> RowsAsync(WireClient client, string query)
    {
        await client.SayAsync($"RUN \"{query}\" {{}} {{}}", "PULL {n: -1}");
        var first = await client.HearAsync();
        Assert.True(first.StartsWith("SUCCESS", StringComparison.Ordinal), first);
        var rows = new List<string>();
        while (await client.HearAsync() is var row && row.StartsWith("RECORD", StringComparison.Ordinal))
        {
            rows.Add(row);
        }

        return rows;
    }
}
