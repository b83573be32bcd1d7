using Graph.Embedded.Execution;
using Graph.Embedded.Storage;
using Graph.Embedded.Values;

namespace Graph.Embedded.Procedures;

/// <summary>Queries of full-text indexes.</summary>
internal static class FullTextProcedures
{
    private static readonly ProcedureArgument[] Query =
        [new("indexName", "STRING"), new("queryString", "STRING"), new("options", "MAP", Value.Of(MapValue.Empty))];

    public static IReadOnlyList<Procedure> All { get; } =
    [
        new("db.index.fulltext.queryNodes", Query, [new("node", "NODE"), new("score", "FLOAT")],
            "Nodes whose text matches a query, best first.", ProcedureMode.Read,
            static (context, given) => Search(context, given, SchemaEntity.Node)),
        new("db.index.fulltext.queryRelationships", Query, [new("relationship", "RELATIONSHIP"), new("score", "FLOAT")],
            "Relationships whose text matches a query, best first.", ProcedureMode.Read,
            static (context, given) => Search(context, given, SchemaEntity.Relationship)),
        new("db.index.fulltext.awaitEventuallyConsistentIndexRefresh", [], [],
            "Does nothing: full-text indexes are up to date with every commit.", ProcedureMode.Read, static (_, _) => []),
        new("db.index.fulltext.listAvailableAnalyzers", [],
            [new("analyzer", "STRING"), new("description", "STRING"), new("stopwords", "LIST<STRING>")],
            "The ways in which full-text indexes split text.", ProcedureMode.Read,
            static (_, _) => [[Value.Of("standard-no-stop-words"), Value.Of("Words by Unicode's rules, without regard to case."), Value.List()]]),
    ];

    private static IEnumerable<Value[]> Search(QueryContext context, Value[] arguments, SchemaEntity entity)
    {
        var index = IndexNames.Find(context.Storage, arguments[0], "fulltext schema ");
        if (index.Kind != IndexKind.FullText || index.Entity != entity)
        {
            throw new CypherException(
                "Neo.ClientError.Procedure.ProcedureCallFailed",
                $"The index {index.Name} is not a full-text index of {(entity == SchemaEntity.Node ? "nodes" : "relationships")}; SHOW INDEXES tells what it is.");
        }

        var options = arguments[2].IsNull ? MapValue.Empty : arguments[2].AsMap;
        return context.Storage.SearchFullText(index, arguments[1].AsString)
            .Skip(Number(options, "skip", 0)).Take(Number(options, "limit", int.MaxValue))
            .Select(found => (Value[])
            [
                entity == SchemaEntity.Node ? Value.Node(found.Id) : Value.Relationship(found.Id), Value.Of(found.Score),
            ]);
    }

    private static int Number(MapValue options, string name, int missing)
    {
        var value = options.Find(name);
        return value.Kind == ValueKind.Integer ? (int)Math.Clamp(value.AsInteger, 0, int.MaxValue) : missing;
    }
}
