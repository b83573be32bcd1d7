using Graph.Embedded.Execution;
using Graph.Embedded.Values;

namespace Graph.Embedded.Procedures;

/// <summary>SHOW commands, as procedures whose argument is the word before the noun.</summary>
internal static class ShowCommands
{
    private static readonly ProcedureArgument[] Filter = [new("filter", "STRING")];

    public static IReadOnlyList<Procedure> All { get; } =
    [
        .. SchemaShowCommands.All, .. FunctionShowCommands.All,
        Command("DATABASES", 13,
            [
                "name", "type", "aliases", "access", "address", "role", "writer", "requestedStatus", "currentStatus", "statusMessage",
                "default", "home", "constituents", "databaseID", "serverID", "currentPrimariesCount", "currentSecondariesCount", "requestedPrimariesCount",
                "requestedSecondariesCount", "creationTime", "lastStartTime", "lastStopTime", "store", "lastCommittedTxn", "replicationLag", "options",
            ],
            static (context, filter) => Databases(context.Transaction.Database.Server.Address, filter)),
        Command("SETTINGS", 5,
            ["name", "value", "isDynamic", "defaultValue", "description", "startupValue", "isExplicitlySet", "validValues", "isDeprecated"],
            static (context, _) => ServerSettings.Of(context).Select(static setting => (Value[])
            [
                Value.Of(setting.Name), Value.Of(setting.Value), Value.False, Value.Of(setting.Value), Value.Of(setting.Description),
                Value.Of(setting.Value), Value.False, Value.Of(setting.ValidValues), Value.False,
            ])),
        Command("TRANSACTIONS", 10,
            [
                "database", "transactionId", "currentQueryId", "connectionId", "clientAddress", "username", "currentQuery", "startTime",
                "status", "elapsedTime",
            ],
            static (context, _) => [Transaction(context)]),
    ];

    /// <summary>Columns whose type the binder need not know are of any type.</summary>
    public static Procedure Command(string noun, int defaults, string[] columns, Func<QueryContext, string, IEnumerable<Value[]>> rows) => new(
        $"SHOW {noun}", Filter, [.. columns.Select(static column => new ProcedureColumn(column, "ANY"))], "", ProcedureMode.Read,
        (context, given) => rows(context, given[0].AsString))
    {
        DefaultColumns = defaults,
    };

    private static IEnumerable<Value[]> Databases(string address, string filter)
    {
        foreach (var name in filter is "DEFAULT" or "HOME" ? (string[])["neo4j"] : ["neo4j", "system"])
        {
            var isHome = Value.Of(name == "neo4j");
            yield return
            [
                Value.Of(name), Value.Of(name == "neo4j" ? "standard" : "system"), Value.List(), Value.Of("read-write"), Value.Of(address),
                Value.Of("primary"), Value.True, Value.Of("online"), Value.Of("online"), Value.Of(""), isHome, isHome, Value.List(),
                Value.Of(name), Value.Of("embedded"), Value.Of(1L), Value.Of(0L), Value.Null, Value.Null, Value.Null, Value.Null, Value.Null,
                Value.Of("embedded"), Value.Null, Value.Of(0L), Value.Of(MapValue.Empty),
            ];
        }
    }

    private static Value[] Transaction(QueryContext context) =>
    [
        Value.Of("neo4j"), Value.Of("neo4j-transaction-1"), Value.Of("query-1"), Value.Of(""), Value.Of(""), Value.Of("neo4j"),
        Value.Of("SHOW TRANSACTIONS"), Value.Of(context.Clock.TransactionTime.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ")), Value.Of("Running"),
        Value.Of(DurationValue.Zero),
    ];
}
