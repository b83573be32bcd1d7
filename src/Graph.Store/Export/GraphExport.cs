using System.Collections.Immutable;
using Graph.Model;
using Graph.Store.Port;

namespace Graph.Store.Export;

/// <summary>The whole graph, in an order that depends on its content only: equal graphs are equal exports.</summary>
/// <param name="Nodes">Ordinally by id.</param>
/// <param name="Relationships">Ordinally by id.</param>
public sealed record GraphExport(ImmutableArray<ExportedNode> Nodes, ImmutableArray<ExportedRelationship> Relationships)
{
    private const string ReadNodes = "MATCH (n) RETURN n";
    private const string ReadRelationships = "MATCH (a)-[r]->(b) RETURN elementId(a) AS from, r, elementId(b) AS to";

    /// <summary>Reads the graph in one transaction.</summary>
    public static Task<GraphExport> ReadAsync(ICypherDatabase database, CancellationToken cancellationToken) =>
        database.TransactAsync(AccessMode.Read, async (transaction, token) =>
        {
            var nodes = await transaction.RunAsync(new CypherStatement(ReadNodes), token).ConfigureAwait(false);
            var relationships = await transaction.RunAsync(new CypherStatement(ReadRelationships), token).ConfigureAwait(false);
            var ids = Ids(nodes.Rows.Select(row => (NodeValue)row[0]!));
            return new GraphExport(
                [.. nodes.Rows.Select(row => (NodeValue)row[0]!)
                    .Select(node => new ExportedNode(ids[node.ElementId], [.. node.Labels.Order(StringComparer.Ordinal)], Sorted(node.Properties)))
                    .OrderBy(node => node.Id, StringComparer.Ordinal)],
                Named(relationships.Rows, ids));
        }, cancellationToken);

    private static Dictionary<string, string> Ids(IEnumerable<NodeValue> nodes) => Unique(
        nodes.Select(node => (node.ElementId, Id: IdOf(node), Content: ValueText.Of(node))))
        .ToDictionary(node => node.Key, node => node.Id, StringComparer.Ordinal);

    private static string IdOf(NodeValue node) =>
        node.Properties.GetValueOrDefault("id") as string ?? $"{string.Join('|', node.Labels.Order(StringComparer.Ordinal))}:{ContentHash.Short(ValueText.Of(node))}";

    private static ImmutableArray<ExportedRelationship> Named(ImmutableArray<ImmutableArray<object?>> rows, Dictionary<string, string> ids)
    {
        var relationships = rows.Select(row => (Value: (RelationshipValue)row[1]!, From: ids[(string)row[0]!], To: ids[(string)row[2]!])).ToList();
        var unique = Unique(relationships.Select((relationship, index) =>
            (index.ToString(), relationship.Value.Properties.GetValueOrDefault("factId") as string ?? $"{relationship.From} {relationship.Value.Type} {relationship.To}",
            ValueText.Of(relationship.Value))));
        return [.. unique.Select(pair => (relationships[int.Parse(pair.Key)], pair.Id))
            .Select(pair => new ExportedRelationship(
                pair.Id, pair.Item1.From, pair.Item1.Value.Type, pair.Item1.To, Sorted(pair.Item1.Value.Properties)))
            .OrderBy(relationship => relationship.Id, StringComparer.Ordinal)];
    }

    /// <summary>Tells elements of one id apart by a number in order of their content.</summary>
    private static IEnumerable<(string Key, string Id)> Unique(IEnumerable<(string Key, string Id, string Content)> elements) => elements
        .GroupBy(element => element.Id, StringComparer.Ordinal)
        .SelectMany(group => group.OrderBy(element => element.Content, StringComparer.Ordinal)
            .Select((element, index) => (element.Key, index == 0 ? group.Key : $"{group.Key}#{index + 1}")));

    private static ImmutableSortedDictionary<string, object?> Sorted(ImmutableSortedDictionary<string, object?> properties) =>
        properties.WithComparers(StringComparer.Ordinal);
}
