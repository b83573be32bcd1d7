using Graph.Embedded.Expressions;
using Graph.Embedded.Functions;
using Graph.Embedded.Values;

namespace Graph.Embedded.Procedures;

/// <summary>SHOW PROCEDURES and SHOW FUNCTIONS.</summary>
internal static class FunctionShowCommands
{
    public static IReadOnlyList<Procedure> All { get; } =
    [
        ShowCommands.Command("SHOW PROCEDURES", 4,
            [
                "name", "description", "mode", "worksOnSystem", "signature", "argumentDescription", "returnDescription", "admin", "rolesExecution",
                "rolesBoostedExecution", "isDeprecated", "deprecatedBy", "option",
            ],
            static (context, _, _) => context.Transaction.Database.Procedures.All
                .Where(static procedure => !procedure.Name.Contains(' ', StringComparison.Ordinal)).Select(RowOf)),
        ShowCommands.Command("SHOW FUNCTIONS", 3,
            [
                "name", "category", "description", "signature", "isBuiltIn", "argumentDescription", "returnDescription", "aggregating",
                "rolesExecution", "rolesBoostedExecution", "isDeprecated", "deprecatedBy",
            ],
            static (_, filter, _) => filter.StartsWith("USER", StringComparison.Ordinal) ? [] : Functions().OrderBy(static row => row.Name, StringComparer.Ordinal)
                .Select(static row => row.ToValues())),
    ];

    private static Value[] RowOf(Procedure procedure) =>
    [
        Value.Of(procedure.Name), Value.Of(procedure.Description), Value.Of(procedure.Mode.ToString().ToUpperInvariant()),
        Value.Of(procedure.Mode is ProcedureMode.Read or ProcedureMode.Dbms), Value.Of(procedure.Signature),
        Value.List(procedure.Arguments.Select(static argument => Field(argument.Name, argument.TypeName))),
        Value.List(procedure.Columns.Select(static column => Field(column.Name, column.TypeName))), Value.False, Value.Null, Value.Null, Value.False,
        Value.Null, Value.Of(new MapValue(["deprecated"], [Value.False])),
    ];

    private static Value Field(string name, string type) =>
        Value.Of(new MapValue(["name", "description", "isDeprecated", "type"], [Value.Of(name), Value.Of(name), Value.False, Value.Of(type)]));

    private static IEnumerable<FunctionRow> Functions() =>
    [
        .. ScalarFunctions.Every.Where(static function => GraphFunction.Find(function.Name) is null)
            .SelectMany(static function => function.Signatures.Select(signature => new FunctionRow(function.Name, function.Category, function.Description, signature, false))),
        .. GraphFunction.Every.Select(static function => new FunctionRow(function.Name, function.Category, function.Description, function.Signature, false)),
        Aggregate("count", "INTEGER", "The number of values that are not null."),
        Aggregate("collect", "LIST<ANY>", "The values that are not null, as a list."),
        Aggregate("sum", "INTEGER | FLOAT | DURATION", "The sum of the values."),
        Aggregate("avg", "INTEGER | FLOAT | DURATION", "The mean of the values."),
        Aggregate("min", "ANY", "The first value in the order of all values."),
        Aggregate("max", "ANY", "The last value in the order of all values."),
        Aggregate("stdev", "FLOAT", "The standard deviation of a sample."),
        Aggregate("stdevp", "FLOAT", "The standard deviation of a whole."),
        new("percentileCont", "Aggregating", "The percentile, interpolated.", "percentileCont(input :: FLOAT, percentile :: FLOAT) :: FLOAT", true),
        new("percentileDisc", "Aggregating", "The percentile, one of the values.", "percentileDisc(input :: INTEGER | FLOAT, percentile :: FLOAT) :: INTEGER | FLOAT", true),
        Predicate("all", "Whether a predicate holds for every item of a list."),
        Predicate("any", "Whether a predicate holds for an item of a list."),
        Predicate("none", "Whether a predicate holds for no item of a list."),
        Predicate("single", "Whether a predicate holds for exactly one item of a list."),
        new("exists", "Predicate", "Whether a pattern is there.", "exists(input :: ANY) :: BOOLEAN", false),
        new("reduce", "List", "What an expression comes to, run through a list.", "reduce(accumulator :: VARIABLE = initial :: ANY, variable :: VARIABLE IN list :: LIST<ANY> | expression :: ANY) :: ANY", false),
    ];

    private static FunctionRow Aggregate(string name, string type, string description) =>
        new(name, "Aggregating", description, $"{name}(input :: ANY) :: {type}", true);

    private static FunctionRow Predicate(string name, string description) => new(
        name, "Predicate", description, $"{name}(variable :: VARIABLE IN list :: LIST<ANY> WHERE predicate :: ANY) :: BOOLEAN", false);

    private sealed record FunctionRow(string Name, string Category, string Description, string Signature, bool IsAggregating)
    {
        public Value[] ToValues() =>
        [
            Value.Of(Name), Value.Of(Category), Value.Of(Description), Value.Of(Signature), Value.True, Value.List(),
            Value.Of(Signature[(Signature.LastIndexOf("::", StringComparison.Ordinal) + 3)..]), Value.Of(IsAggregating), Value.Null, Value.Null,
            Value.False, Value.Null,
        ];
    }
}
