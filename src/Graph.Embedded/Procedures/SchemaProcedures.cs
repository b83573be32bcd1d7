using Graph.Embedded.Execution;
using Graph.Embedded.Storage;
using Graph.Embedded.Values;

namespace Graph.Embedded.Procedures;

/// <summary>What shapes the graph has, and waiting for indexes, which here are always ready.</summary>
internal static class SchemaProcedures
{
    public static IReadOnlyList<Procedure> All { get; } =
    [
        new("db.schema.visualization", [], [new("nodes", "LIST<NODE>"), new("relationships", "LIST<RELATIONSHIP>")],
            "A node for each label and a relationship for each way in which types join labels.", ProcedureMode.Read,
            static (context, _) => [SchemaGraph.Of(context.Storage)]),
        new("db.schema.nodeTypeProperties", [],
            [
                new("nodeType", "STRING"), new("nodeLabels", "LIST<STRING>"), new("propertyName", "STRING"),
                new("propertyTypes", "LIST<STRING>"), new("mandatory", "BOOLEAN"),
            ],
            "The properties of the nodes of each set of labels, and their types.", ProcedureMode.Read,
            static (context, _) => NodeTypes(context.Storage)),
        new("db.schema.relTypeProperties", [],
            [new("relType", "STRING"), new("propertyName", "STRING"), new("propertyTypes", "LIST<STRING>"), new("mandatory", "BOOLEAN")],
            "The properties of the relationships of each type, and their types.", ProcedureMode.Read,
            static (context, _) => RelationshipTypes(context.Storage)),
        new("db.awaitIndex", [new("indexName", "STRING"), new("timeOutSeconds", "INTEGER", Value.Of(300L))], [],
            "Waits until an index can be used: here it can be once it exists.", ProcedureMode.Read, RequireIndex),
        new("db.awaitIndexes", [new("timeOutSeconds", "INTEGER", Value.Of(300L))], [],
            "Waits until all indexes can be used: here they always can.", ProcedureMode.Read, static (_, _) => []),
        new("db.resampleIndex", [new("indexName", "STRING")], [],
            "Does nothing: counts are always exact.", ProcedureMode.Read, RequireIndex),
        new("db.resampleOutdatedIndexes", [], [], "Does nothing: counts are always exact.", ProcedureMode.Read, static (_, _) => []),
        new("db.createLabel", [new("newLabel", "STRING")], [], "Makes a label known.", ProcedureMode.Write,
            static (context, given) => Created(context.Storage.Tokens.Labels, given[0])),
        new("db.createRelationshipType", [new("newRelationshipType", "STRING")], [], "Makes a relationship type known.", ProcedureMode.Write,
            static (context, given) => Created(context.Storage.Tokens.Types, given[0])),
        new("db.createProperty", [new("newProperty", "STRING")], [], "Makes a property key known.", ProcedureMode.Write,
            static (context, given) => Created(context.Storage.Tokens.Keys, given[0])),
    ];

    private static IEnumerable<Value[]> Created(TokenTable table, Value name)
    {
        table.GetOrCreate(name.AsString);
        return [];
    }

    private static IEnumerable<Value[]> RequireIndex(QueryContext context, Value[] arguments)
    {
        _ = IndexNames.Find(context.Storage, arguments[0]);
        return [];
    }

    private static IEnumerable<Value[]> NodeTypes(StorageTransaction storage)
    {
        var shapes = new ShapeCounter<string>();
        var names = new Dictionary<string, Value>();
        for (var nodes = storage.AllNodes(); nodes.MoveNext();)
        {
            var labels = new List<string>();
            foreach (var label in storage.LabelsOf(nodes.Current))
            {
                labels.Add(storage.Tokens.Labels.NameOf(label));
            }

            var key = string.Concat(labels.Select(static label => $":`{label}`"));
            names.TryAdd(key, Value.List(labels.Select(Value.Of)));
            shapes.Add(key, into => storage.NodeProperties(nodes.Current, into));
        }

        return shapes.Rows(storage).Select(row => (Value[])[Value.Of(row.Shape), names[row.Shape], row.Name, row.Types, row.Mandatory]);
    }

    private static IEnumerable<Value[]> RelationshipTypes(StorageTransaction storage)
    {
        var shapes = new ShapeCounter<string>();
        for (var relationships = storage.AllRelationships(); relationships.MoveNext();)
        {
            var type = storage.Tokens.Types.NameOf(storage.Relationship(relationships.Current).Type);
            shapes.Add($":`{type}`", into => storage.RelationshipProperties(relationships.Current, into));
        }

        return shapes.Rows(storage).Select(static row => (Value[])[Value.Of(row.Shape), row.Name, row.Types, row.Mandatory]);
    }
}

/// <summary>Indexes by the names that procedures are given.</summary>
internal static class IndexNames
{
    public static IndexDefinition Find(StorageTransaction storage, Value name, string kind = "") =>
        storage.Schema.Indexes.FirstOrDefault(index => index.Name == name.AsString)
        ?? throw new CypherException(
            "Neo.ClientError.Procedure.ProcedureCallFailed", $"There is no such {kind}index: {name.AsString}; SHOW INDEXES lists those there are.");
}
