using Graph.Embedded.Execution;
using Graph.Embedded.Values;

namespace Graph.Embedded.Procedures;

/// <summary>Connections of clients: who is there, and closing them.</summary>
internal static class ConnectionProcedures
{
    private static readonly ProcedureColumn[] Closed = [new("connectionId", "STRING"), new("username", "STRING"), new("message", "STRING")];

    public static IReadOnlyList<Procedure> All { get; } =
    [
        new("dbms.listConnections", [],
            [
                new("connectionId", "STRING"), new("connectTime", "STRING"), new("connector", "STRING"), new("username", "STRING"),
                new("userAgent", "STRING"), new("serverAddress", "STRING"), new("clientAddress", "STRING"),
            ],
            "The connections of clients.", ProcedureMode.Dbms, static (context, _) => List(context)),
        new("dbms.killConnection", [new("id", "STRING")], Closed, "Closes a connection.", ProcedureMode.Dbms,
            static (context, given) => [Close(context, given[0])]),
        new("dbms.killConnections", [new("ids", "LIST<STRING>")], Closed, "Closes connections.", ProcedureMode.Dbms,
            static (context, given) => [.. given[0].AsList.Select(id => Close(context, id))]),
    ];

    private static IEnumerable<Value[]> List(QueryContext context) =>
        context.Transaction.Database.Server.Activity is not { } activity ? [] : activity.Connections.Select(static connection => (Value[])
        [
            Value.Of(connection.Id), ActivityText.Time(connection.Since), Value.Of("bolt"), Value.Of(CompatibleServer.UserName),
            Value.Of(connection.UserAgent), Value.Of(connection.ServerAddress), Value.Of(connection.ClientAddress),
        ]);

    private static Value[] Close(QueryContext context, Value id)
    {
        var activity = context.Transaction.Database.Server.Activity;
        var connection = id.Kind == ValueKind.String ? activity?.Connections.FirstOrDefault(open => open.Id == id.AsString) : null;
        connection?.Close();
        return connection is null
            ? [id, Value.Of("n/a"), Value.Of("No connection found with this id")]
            : [id, Value.Of(CompatibleServer.UserName), Value.Of("Connection found")];
    }
}
