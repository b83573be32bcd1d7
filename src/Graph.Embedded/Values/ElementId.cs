using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Graph.Embedded.Values;

/// <summary>The text by which drivers and <c>elementId()</c> name a node or relationship: <c>4:graph:17</c>, <c>5:graph:3</c>.</summary>
/// <remarks>Three parts, as Neo4j writes them: 4 for nodes or 5 for relationships, the database, the id.</remarks>
public static class ElementId
{
    private const string NodePrefix = "4:graph:";
    private const string RelationshipPrefix = "5:graph:";

    public static string OfNode(long id) => string.Create(CultureInfo.InvariantCulture, $"{NodePrefix}{id}");

    public static string OfRelationship(long id) => string.Create(CultureInfo.InvariantCulture, $"{RelationshipPrefix}{id}");

    public static bool TryParseNode([NotNullWhen(true)] string? text, out long id) => TryParse(text, NodePrefix, out id);

    public static bool TryParseRelationship([NotNullWhen(true)] string? text, out long id) =>
        TryParse(text, RelationshipPrefix, out id);

    private static bool TryParse(string? text, string prefix, out long id)
    {
        id = -1;
        return text is not null && text.StartsWith(prefix, StringComparison.Ordinal)
            && long.TryParse(text.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out id);
    }
}
