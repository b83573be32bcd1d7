using Graph.Embedded.Execution;
using Graph.Embedded.Values;

namespace Graph.Embedded.Procedures;

/// <summary>What clients such as Neo4j Browser ask of a server.</summary>
internal static class ServerProcedures
{
    private static readonly string[] Roles = ["WRITE", "READ", "ROUTE"];

    private static readonly ProcedureColumn[] Setting =
    [
        new("name", "STRING"), new("description", "STRING"), new("value", "STRING"), new("dynamic", "BOOLEAN"), new("defaultValue", "STRING"),
        new("startupValue", "STRING"), new("explicitlySet", "BOOLEAN"), new("validValues", "STRING"),
    ];

    private static readonly ProcedureColumn[] Info = [new("id", "STRING"), new("name", "STRING"), new("creationDate", "STRING")];

    private static readonly ProcedureColumn[] RoutingTable = [new("ttl", "INTEGER"), new("servers", "LIST<MAP>")];

    public static IReadOnlyList<Procedure> All { get; } =
    [
        new("dbms.components", [], [new("name", "STRING"), new("versions", "LIST<STRING>"), new("edition", "STRING")],
            "The version of Neo4j that the engine is compatible with.", ProcedureMode.Dbms,
            static (_, _) => [[Value.Of("Neo4j Kernel"), Value.List(Value.Of(CompatibleServer.Version)), Value.Of(CompatibleServer.Edition)]]),
        new("dbms.info", [], Info, "The name of the server's database.", ProcedureMode.Dbms, static (_, _) => [InfoRow(CompatibleServer.SystemDatabaseName)]),
        new("db.info", [], Info, "The name of the database.", ProcedureMode.Read, static (context, _) => [InfoRow(context.Transaction.Database.Name)]),
        new("db.ping", [], [new("success", "BOOLEAN")], "Answers true.", ProcedureMode.Read, static (_, _) => [[Value.True]]),
        new("dbms.clientConfig", [], Setting, "Settings that clients act on.", ProcedureMode.Dbms, static (context, _) => ServerSettings.Of(context)
            .Where(static setting => setting.IsForClients).Select(static setting => setting.ToRow())),
        new("dbms.listConfig", [new("searchString", "STRING", Value.Of(""))], Setting, "Settings whose name holds a text.", ProcedureMode.Dbms,
            static (context, given) => ServerSettings.Of(context)
                .Where(setting => setting.Name.Contains(given[0].AsString, StringComparison.OrdinalIgnoreCase)).Select(static setting => setting.ToRow())),
        new("dbms.showCurrentUser", [], [new("username", "STRING"), new("roles", "LIST<STRING>"), new("flags", "LIST<STRING>")],
            "The user of the session; the engine has one.", ProcedureMode.Dbms, static (_, _) => [[Value.Of("neo4j"), Value.Null, Value.List()]]),
        new("dbms.queryJmx", [new("query", "STRING")], [new("name", "STRING"), new("description", "STRING"), new("attributes", "MAP")],
            "Java's management beans, of which there are none.", ProcedureMode.Dbms, static (_, _) => []),
        new("dbms.listCapabilities", [], [new("name", "STRING"), new("description", "STRING"), new("value", "ANY")],
            "Optional abilities of the server, of which there are none.", ProcedureMode.Dbms, static (_, _) => []),
        new("dbms.routing.getRoutingTable", [new("context", "MAP"), new("database", "STRING", Value.Null)],
            RoutingTable, "The server as reader, writer and router.", ProcedureMode.Dbms,
            static (context, _) => [Routing(context.Transaction.Database.Server.Address)]),
        new("dbms.cluster.routing.getRoutingTable", [new("context", "MAP"), new("database", "STRING", Value.Null)],
            RoutingTable, "The server as reader, writer and router.", ProcedureMode.Dbms,
            static (context, _) => [Routing(context.Transaction.Database.Server.Address)]),
        new("db.clearQueryCaches", [], [new("value", "STRING")], "Says that plans are kept by what the graph is like, so none is stale.",
            ProcedureMode.Dbms, static (_, _) => [[Value.Of("Plans are renewed when the graph changes; nothing to clear.")]]),
        new("db.prepareForReplanning", [new("timeOutSeconds", "INTEGER", Value.Of(300L))], [],
            "Does nothing: counts are always exact.", ProcedureMode.Read, static (_, _) => []),
        new("tx.getMetaData", [], [new("metadata", "MAP")], "What the client said of the transaction.", ProcedureMode.Dbms,
            static (context, _) => [[Value.Of(context.Transaction.Metadata)]]),
        new("tx.setMetaData", [new("data", "MAP")], [], "Says something of the transaction.", ProcedureMode.Dbms, static (context, given) =>
        {
            context.Transaction.Metadata = context.PropertiesOf(given[0]);
            return [];
        }),
    ];

    private static Value[] InfoRow(string name) => [Value.Of("00000000-0000-0000-0000-000000000000"), Value.Of(name), Value.Null];

    private static Value[] Routing(string address)
    {
        var servers = Roles.Select(role =>
            Value.Of(new MapValue(["addresses", "role"], [Value.List(Value.Of(address)), Value.Of(role)])));
        return [Value.Of(300L), Value.List(servers)];
    }
}

/// <summary>A setting as Neo4j's clients know it.</summary>
internal sealed record ServerSetting(string Name, string Value, string ValidValues, string Description, bool IsForClients)
{
    public Value[] ToRow() =>
    [
        Values.Value.Of(Name), Values.Value.Of(Description), Values.Value.Of(Value), Values.Value.False, Values.Value.Of(Value),
        Values.Value.Of(Value), Values.Value.False, Values.Value.Of(ValidValues),
    ];
}

/// <summary>The settings that clients ask for.</summary>
internal static class ServerSettings
{
    public static IReadOnlyList<ServerSetting> Of(QueryContext context) =>
    [
        new("browser.post_connect_cmd", "", "A string.", "What Neo4j Browser runs once it is connected.", true),
        new("browser.remote_content_hostname_whitelist", "guides.neo4j.com,localhost", "A string.", "Hosts that Browser may load guides from.", true),
        new("client.allow_telemetry", "false", "A boolean.", "Whether clients may report how they are used.", true),
        new("db.query.default_language", "CYPHER_5", "One of [CYPHER_5].", "The version of Cypher.", false),
        new("dbms.security.auth_enabled", context.Transaction.Database.Server.RequiresAuthentication ? "true" : "false", "A boolean.",
            "Whether clients must log in.", true),
    ];
}
