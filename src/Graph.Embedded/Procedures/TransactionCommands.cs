using Graph.Embedded.Activity;
using Graph.Embedded.Execution;
using Graph.Embedded.Values;

namespace Graph.Embedded.Procedures;

/// <summary>SHOW TRANSACTIONS and TERMINATE TRANSACTIONS: those of the clients of a server.</summary>
internal static class TransactionCommands
{
    private const string Terminated = "Terminated with reason: Status.Code[Neo.ClientError.Transaction.Terminated]";

    private static readonly string[] Columns =
    [
        "database", "transactionId", "currentQueryId", "outerTransactionId", "connectionId", "clientAddress", "username", "metaData", "currentQuery",
        "parameters", "planner", "runtime", "indexes", "startTime", "currentQueryStartTime", "protocol", "requestUri", "status", "currentQueryStatus",
        "statusDetails", "resourceInformation", "activeLockCount", "currentQueryActiveLockCount", "elapsedTime", "cpuTime", "waitTime", "idleTime",
        "currentQueryElapsedTime", "currentQueryCpuTime", "currentQueryWaitTime", "currentQueryIdleTime", "currentQueryAllocatedBytes",
        "allocatedDirectBytes", "estimatedUsedHeapMemory", "pageHits", "pageFaults", "currentQueryPageHits", "currentQueryPageFaults",
        "initializationStackTrace",
    ];

    private static readonly string[] DefaultColumns =
    [
        "database", "transactionId", "currentQueryId", "connectionId", "clientAddress", "username", "currentQuery", "startTime", "status", "elapsedTime",
    ];

    public static IReadOnlyList<Procedure> All { get; } =
    [
        ShowCommands.Command("SHOW TRANSACTIONS", DefaultColumns, Columns, static (context, _, ids) => Rows(context, ids)),
        ShowCommands.Command(
            "TERMINATE TRANSACTIONS", null, ["transactionId", "username", "message"], static (context, _, ids) => [.. ids!.Select(id => Terminate(context, id))]),
    ];

    private static IEnumerable<Value[]> Rows(QueryContext context, IReadOnlyList<string>? ids)
    {
        if (context.Transaction.Database.Server.Activity is not { } activity)
        {
            return [];
        }

        var now = activity.Now;
        return activity.Transactions.Where(transaction => ids is null || ids.Contains(transaction.Id, StringComparer.Ordinal))
            .Select(transaction => RowOf(transaction, now));
    }

    /// <remarks>What the engine does not measure is null, as in Neo4j where measuring is off; there are no locks, pages or outer transactions.</remarks>
    private static Value[] RowOf(ActiveTransaction transaction, DateTimeOffset now)
    {
        var statement = transaction.Statement;
        Value OfStatement(Value value) => statement is null ? Value.Null : value;
        Value TextOfStatement(string text) => Value.Of(statement is null ? "" : text);
        var (none, noTime) = (Value.Of(0L), Value.Of(DurationValue.Zero));
        return
        [
            Value.Of(transaction.Database), Value.Of(transaction.Id), Value.Of(statement?.Id ?? ""), Value.Of(""), Value.Of(transaction.Connection.Id),
            Value.Of(transaction.Connection.ClientAddress), Value.Of(CompatibleServer.UserName), Value.Of(transaction.Metadata),
            Value.Of(statement?.Text ?? ""), Value.Of(statement?.Parameters ?? MapValue.Empty), TextOfStatement(CompatibleServer.Planner.ToLowerInvariant()), TextOfStatement(CompatibleServer.Runtime.ToLowerInvariant()),
            Value.List(), ActivityText.Time(transaction.Began), statement is null ? Value.Of("") : ActivityText.Time(statement.Began), Value.Of("bolt"),
            Value.Of(transaction.Connection.ServerAddress), Value.Of(transaction.IsTerminated ? Terminated : "Running"), TextOfStatement("running"),
            Value.Of(""), Value.Of(MapValue.Empty), none, OfStatement(none), ActivityText.Duration(now - transaction.Began), Value.Null, noTime, Value.Null,
            statement is null ? Value.Null : ActivityText.Duration(now - statement.Began), Value.Null, OfStatement(noTime), Value.Null, Value.Null,
            none, none, none, none, OfStatement(none), OfStatement(none), Value.Of(""),
        ];
    }

    private static Value[] Terminate(QueryContext context, string id)
    {
        RequireForm(id);
        var transaction = context.Transaction.Database.Server.Activity?.Transactions
            .FirstOrDefault(open => open.Id == id && !open.IsTerminated);
        transaction?.Terminate();
        return transaction is null
            ? [Value.Of(id), Value.Null, Value.Of("Transaction not found.")]
            : [Value.Of(id), Value.Of(CompatibleServer.UserName), Value.Of("Transaction terminated.")];
    }

    private static void RequireForm(string id)
    {
        var at = id.LastIndexOf("-transaction-", StringComparison.Ordinal);
        if (at <= 0 || !long.TryParse(id[(at + "-transaction-".Length)..], out _))
        {
            throw new CypherException(
                "Neo.ClientError.General.InvalidArguments",
                $"'{id}' is no id of a transaction: write it as SHOW TRANSACTIONS gives it, such as neo4j-transaction-7.");
        }
    }
}
