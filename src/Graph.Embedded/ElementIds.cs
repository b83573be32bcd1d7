using System.Globalization;
using Graph.Embedded.Values;

namespace Graph.Embedded;

/// <summary>Identifiers of nodes (<c>4:...:id</c>) and relationships (<c>5:...:id</c>) as text, in Neo4j's form.</summary>
/// <remarks>Neo4j's middle part names the database; there is one here, so it is constant, and equal graphs give equal texts.</remarks>
public static class ElementIds
{
    private const string Database = "00000000-0000-0000-0000-000000000000";

    public static string OfNode(long id) => string.Create(CultureInfo.InvariantCulture, $"4:{Database}:{id}");

    public static string OfRelationship(long id) => string.Create(CultureInfo.InvariantCulture, $"5:{Database}:{id}");

    /// <summary>The id that a text names; -1 where it names none of that kind.</summary>
    public static long Parse(string text, bool isNode)
    {
        var prefix = isNode ? "4:" : "5:";
        var last = text.LastIndexOf(':');
        return last >= 0 && text.StartsWith(prefix, StringComparison.Ordinal)
            && long.TryParse(text.AsSpan(last + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : -1;
    }

    internal static string Of(Value entity) =>
        entity.Kind == ValueKind.Node ? OfNode(entity.EntityId) : OfRelationship(entity.EntityId);
}
