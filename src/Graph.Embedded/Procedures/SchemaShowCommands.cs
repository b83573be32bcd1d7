using Graph.Embedded.Execution;
using Graph.Embedded.Storage;
using Graph.Embedded.Values;

namespace Graph.Embedded.Procedures;

/// <summary>SHOW INDEXES and SHOW CONSTRAINTS.</summary>
internal static class SchemaShowCommands
{
    private static readonly MapValue NoConfiguration = MapValue.Empty;

    public static IReadOnlyList<Procedure> All { get; } =
    [
        ShowCommands.Command("SHOW INDEXES", 12,
            [
                "id", "name", "state", "populationPercent", "type", "entityType", "labelsOrTypes", "properties", "indexProvider", "owningConstraint",
                "lastRead", "readCount", "trackedSince", "options", "failureMessage", "createStatement",
            ],
            static (context, filter, _) => Indexes(context, filter)),
        ShowCommands.Command("SHOW CONSTRAINTS", 8,
            [
                "id", "name", "type", "entityType", "labelsOrTypes", "properties", "ownedIndex", "propertyType", "options", "createStatement",
            ],
            static (context, filter, _) => Constraints(context, filter)),
    ];

    private static IEnumerable<Value[]> Indexes(QueryContext context, string filter)
    {
        var storage = context.Storage;
        var rows = new List<IndexRow>
        {
            new("index_343aff4e", IndexKind.Lookup, SchemaEntity.Node, null, null, null, "CREATE LOOKUP INDEX `index_343aff4e` FOR (n) ON EACH labels(n)"),
            new("index_f7700477", IndexKind.Lookup, SchemaEntity.Relationship, null, null, null, "CREATE LOOKUP INDEX `index_f7700477` FOR ()-[r]-() ON EACH type(r)"),
        };
        rows.AddRange(storage.Schema.Indexes.Select(index => new IndexRow(
            index.Name, index.Kind, index.Entity, NamesOf(storage, index.Entity, index.Tokens), KeysOf(storage, index.Keys),
            index.OwningConstraint, SchemaText.CreateIndex(storage, index))));
        var wanted = filter.Replace(" ", "", StringComparison.Ordinal);
        return rows.Where(row => wanted is "" or "ALL" || row.Kind.ToString().Equals(wanted, StringComparison.OrdinalIgnoreCase))
            .OrderBy(static row => row.Name, StringComparer.Ordinal)
            .Select(static (row, i) => row.ToValues(i + 1, NoConfiguration));
    }

    private static IEnumerable<Value[]> Constraints(QueryContext context, string filter)
    {
        var storage = context.Storage;
        return storage.Schema.Constraints.Where(constraint => IsWanted(constraint, filter)).Select((constraint, i) => (Value[])
        [
            Value.Of(i + 1L), Value.Of(constraint.Name), Value.Of(ConstraintNames.TypeOf(constraint)), Value.Of(EntityName(constraint.Entity)),
            NamesOf(storage, constraint.Entity, [constraint.Token])!.Value, KeysOf(storage, constraint.Keys)!.Value,
            constraint.Kind is ConstraintKind.Unique or ConstraintKind.Key ? Value.Of(constraint.Name) : Value.Null,
            constraint.PropertyType is null ? Value.Null : Value.Of(constraint.PropertyType),
            constraint.Kind is ConstraintKind.Unique or ConstraintKind.Key ? IndexRow.Options("range-1.0", NoConfiguration) : Value.Null,
            Value.Of(SchemaText.CreateConstraint(storage, constraint)),
        ]);
    }

    private static bool IsWanted(ConstraintDefinition constraint, string filter)
    {
        var words = filter.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var kind = words.Contains("UNIQUE") || words.Contains("UNIQUENESS") ? ConstraintKind.Unique
            : words.Contains("KEY") ? ConstraintKind.Key
            : words.Contains("EXISTENCE") || words.Contains("EXIST") ? ConstraintKind.Existence
            : words.Contains("TYPE") ? ConstraintKind.PropertyType
            : (ConstraintKind?)null;
        var isOfEntity = words.Contains("NODE") ? constraint.Entity == SchemaEntity.Node
            : !(words.Contains("RELATIONSHIP") || words.Contains("REL")) || constraint.Entity == SchemaEntity.Relationship;
        return isOfEntity && (kind is null || constraint.Kind == kind);
    }

    private static Value? NamesOf(StorageTransaction storage, SchemaEntity entity, IEnumerable<int> tokens)
    {
        var table = entity == SchemaEntity.Node ? storage.Tokens.Labels : storage.Tokens.Types;
        return Value.List(tokens.Select(token => Value.Of(table.NameOf(token))));
    }

    private static Value? KeysOf(StorageTransaction storage, IEnumerable<int> keys) =>
        Value.List(keys.Select(key => Value.Of(storage.Tokens.Keys.NameOf(key))));

    private static string EntityName(SchemaEntity entity) => entity == SchemaEntity.Node ? "NODE" : "RELATIONSHIP";

    private sealed record IndexRow(
        string Name, IndexKind Kind, SchemaEntity Entity, Value? Names, Value? Keys, string? Constraint, string Statement)
    {
        private string Provider => Kind switch
        {
            IndexKind.Lookup => "token-lookup-1.0",
            IndexKind.FullText => "fulltext-1.0",
            IndexKind.Text => "text-2.0",
            IndexKind.Point => "point-1.0",
            _ => "range-1.0",
        };

        public static Value Options(string provider, MapValue configuration) =>
            Value.Of(new MapValue(["indexConfig", "indexProvider"], [Value.Of(configuration), Value.Of(provider)]));

        public Value[] ToValues(long id, MapValue configuration) =>
        [
            Value.Of(id), Value.Of(Name), Value.Of("ONLINE"), Value.Of(100.0), Value.Of(Kind.ToString().ToUpperInvariant()),
            Value.Of(EntityName(Entity)), Names ?? Value.Null, Keys ?? Value.Null, Value.Of(Provider),
            Constraint is null ? Value.Null : Value.Of(Constraint), Value.Null, Value.Of(0L), Value.Null, Options(Provider, configuration),
            Value.Of(""), Value.Of(Statement),
        ];
    }
}

/// <summary>Indexes and constraints as the statements that create them.</summary>
internal static class SchemaText
{
    public static string CreateIndex(StorageTransaction storage, IndexDefinition index)
    {
        if (index.OwningConstraint is { } owner && storage.Schema.Constraints.FirstOrDefault(rule => rule.Name == owner) is { } constraint)
        {
            return CreateConstraint(storage, constraint);
        }

        var (pattern, variable) = Pattern(storage, index.Entity, index.Tokens);
        var keys = string.Join(", ", index.Keys.Select(key => $"{variable}.{Quote(storage.Tokens.Keys.NameOf(key))}"));
        return $"CREATE {index.Kind.ToString().ToUpperInvariant()} INDEX {Quote(index.Name)} FOR {pattern} ON "
            + (index.Kind == IndexKind.FullText ? $"EACH [{keys}]" : $"({keys})");
    }

    public static string CreateConstraint(StorageTransaction storage, ConstraintDefinition constraint)
    {
        var (pattern, variable) = Pattern(storage, constraint.Entity, [constraint.Token]);
        var keys = string.Join(", ", constraint.Keys.Select(key => $"{variable}.{Quote(storage.Tokens.Keys.NameOf(key))}"));
        var requirement = constraint.Kind switch
        {
            ConstraintKind.Unique => "IS UNIQUE",
            ConstraintKind.Key => constraint.Entity == SchemaEntity.Node ? "IS NODE KEY" : "IS RELATIONSHIP KEY",
            ConstraintKind.Existence => "IS NOT NULL",
            _ => $"IS :: {constraint.PropertyType}",
        };
        return $"CREATE CONSTRAINT {Quote(constraint.Name)} FOR {pattern} REQUIRE ({keys}) {requirement}";
    }

    private static (string Pattern, string Variable) Pattern(StorageTransaction storage, SchemaEntity entity, IEnumerable<int> tokens)
    {
        var table = entity == SchemaEntity.Node ? storage.Tokens.Labels : storage.Tokens.Types;
        var names = string.Join('|', tokens.Select(token => Quote(table.NameOf(token))));
        return entity == SchemaEntity.Node ? ($"(n:{names})", "n") : ($"()-[r:{names}]-()", "r");
    }

    private static string Quote(string name) => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";
}
