using Graph.Embedded.Values;

namespace Graph.Embedded.Procedures;

/// <summary>SHOW DATABASES: the graph, and the server itself under the name of Neo4j's system database.</summary>
internal static class DatabaseShowCommands
{
    private static readonly string[] Columns =
    [
        "name", "type", "aliases", "access", "databaseID", "serverID", "address", "role", "writer", "requestedStatus", "currentStatus",
        "statusMessage", "default", "home", "currentPrimariesCount", "currentSecondariesCount", "requestedPrimariesCount",
        "requestedSecondariesCount", "creationTime", "lastStartTime", "lastStopTime", "store", "lastCommittedTxn", "replicationLag",
        "constituents", "options",
    ];

    private static readonly string[] DefaultColumns =
    [
        "name", "type", "aliases", "access", "address", "role", "writer", "requestedStatus", "currentStatus", "statusMessage", "default", "home",
        "constituents",
    ];

    private static readonly string[] WhetherHome = ["default", "home"];

    public static IReadOnlyList<Procedure> All { get; } =
    [
        ShowCommands.Command(
            "SHOW DATABASES", DefaultColumns, Columns, static (context, _, names) => Rows(context.Transaction.Database.Server.Address, names),
            ProcedureMode.Dbms),
        .. Array.ConvertAll(["SHOW DEFAULT DATABASES", "SHOW HOME DATABASES"], static command => ShowCommands.Command(
            command, [.. DefaultColumns.Except(WhetherHome)], [.. Columns.Except(WhetherHome)], static (context, _, _) =>
                Rows(context.Transaction.Database.Server.Address, [CompatibleServer.DatabaseName]).Select(WithoutHome), ProcedureMode.Dbms)),
    ];

    private static IEnumerable<Value[]> Rows(string address, IReadOnlyList<string>? names) =>
        ((string[])[CompatibleServer.DatabaseName, CompatibleServer.SystemDatabaseName])
            .Where(name => names is null || names.Contains(name, StringComparer.OrdinalIgnoreCase))
            .Select(name => RowOf(name, address));

    private static Value[] RowOf(string name, string address)
    {
        var isGraph = name == CompatibleServer.DatabaseName;
        return
        [
            Value.Of(name), Value.Of(isGraph ? "standard" : "system"), Value.List(), Value.Of("read-write"), Value.Of(name), Value.Of("embedded"),
            Value.Of(address), Value.Of("primary"), Value.True, Value.Of("online"), Value.Of("online"), Value.Of(""), Value.Of(isGraph),
            Value.Of(isGraph), Value.Of(1L), Value.Of(0L), Value.Null, Value.Null, Value.Null, Value.Null, Value.Null, Value.Of("embedded"),
            Value.Null, Value.Of(0L), Value.List(), Value.Of(MapValue.Empty),
        ];
    }

    private static Value[] WithoutHome(Value[] row) => [.. row.Where(static (_, i) => !WhetherHome.Contains(Columns[i]))];
}
