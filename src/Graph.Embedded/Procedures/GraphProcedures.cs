using Graph.Embedded.Storage;
using Graph.Embedded.Values;

namespace Graph.Embedded.Procedures;

/// <summary>What is in the graph: labels, types, keys.</summary>
internal static class GraphProcedures
{
    public static IReadOnlyList<Procedure> All { get; } =
    [
        new("db.labels", [], [new("label", "STRING")], "Every label that a node has.", ProcedureMode.Read, static (context, _) =>
            Used(context.Storage.Tokens.Labels, id => context.Storage.NodeCountWithLabel(id) > 0)),
        new("db.relationshipTypes", [], [new("relationshipType", "STRING")], "Every type that a relationship has.", ProcedureMode.Read,
            static (context, _) => Used(context.Storage.Tokens.Types, id => context.Storage.RelationshipCountOfType(id) > 0)),
        new("db.propertyKeys", [], [new("propertyKey", "STRING")], "Every property key that the database knows.", ProcedureMode.Read,
            static (context, _) => Used(context.Storage.Tokens.Keys, static _ => true)),
    ];

    private static IEnumerable<Value[]> Used(TokenTable table, Func<int, bool> isUsed)
    {
        for (var id = 0; id < table.Count; id++)
        {
            if (isUsed(id))
            {
                yield return [Value.Of(table.NameOf(id))];
            }
        }
    }
}
