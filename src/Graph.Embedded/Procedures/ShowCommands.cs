using Graph.Embedded.Execution;
using Graph.Embedded.Values;

namespace Graph.Embedded.Procedures;

/// <summary>Gives the rows of a SHOW command.</summary>
/// <param name="filter">The words before the noun.</param>
/// <param name="names">What is asked for by name; null for all.</param>
internal delegate IEnumerable<Value[]> ShowBody(QueryContext context, string filter, IReadOnlyList<string>? names);

/// <summary>SHOW commands, as procedures whose arguments are the words before the noun and the names after it.</summary>
internal static class ShowCommands
{
    private static readonly ProcedureArgument[] Arguments = [new("filter", "STRING"), new("names", "ANY")];

    private static readonly string[] UserColumns = ["user", "roles", "passwordChangeRequired", "suspended", "home"];

    public static IReadOnlyList<Procedure> All { get; } =
    [
        .. SchemaShowCommands.All, .. FunctionShowCommands.All, .. DatabaseShowCommands.All, .. TransactionCommands.All,
        Command("SHOW SETTINGS", 5,
            ["name", "value", "isDynamic", "defaultValue", "description", "startupValue", "isExplicitlySet", "validValues", "isDeprecated"],
            static (context, _, names) => ServerSettings.Of(context)
                .Where(setting => names is null || names.Contains(setting.Name, StringComparer.Ordinal)).Select(static setting => (Value[])
                [
                    Value.Of(setting.Name), Value.Of(setting.Value), Value.False, Value.Of(setting.Value), Value.Of(setting.Description),
                    Value.Of(setting.Value), Value.False, Value.Of(setting.ValidValues), Value.False,
                ])),
        Command("SHOW USERS", null, UserColumns, static (_, _, _) => [User()], ProcedureMode.Dbms),
        Command("SHOW CURRENT USERS", null, UserColumns, static (_, _, _) => [User()], ProcedureMode.Dbms),
    ];

    /// <summary>A command that gives its first so many columns where there is no YIELD.</summary>
    public static Procedure Command(string command, int defaults, string[] columns, ShowBody rows) =>
        Command(command, columns[..defaults], columns, rows);

    /// <summary>Columns whose type the binder need not know are of any type.</summary>
    /// <param name="defaults">Columns where there is no YIELD; null for all.</param>
    public static Procedure Command(
        string command, string[]? defaults, string[] columns, ShowBody rows, ProcedureMode mode = ProcedureMode.Read) => new(
        command, Arguments, [.. columns.Select(static column => new ProcedureColumn(column, "ANY"))], "", mode,
        (context, given) => rows(context, given[0].AsString, NamesIn(given[1], command)))
        {
            DefaultColumns = defaults,
        };

    private static IReadOnlyList<string>? NamesIn(Value names, string command) => names switch
    {
        { IsNull: true } => null,
        { Kind: ValueKind.String } => [names.AsString],
        { Kind: ValueKind.List } when names.AsList.All(static name => name.Kind == ValueKind.String) => [.. names.AsList.Select(static name => name.AsString)],
        _ => throw new CypherException("Neo.ClientError.Statement.TypeError", $"{command} expects a text or a list of texts, but got {names}"),
    };

    private static Value[] User() => [Value.Of(CompatibleServer.UserName), Value.Null, Value.False, Value.Null, Value.Null];
}
