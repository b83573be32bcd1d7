using Graph.Embedded.Binding;
using Graph.Embedded.Expressions;
using Graph.Embedded.Storage;

namespace Graph.Embedded.Planning;

/// <summary>Patterns as Cypher, for the details of plans.</summary>
internal static class PatternText
{
    public static string Of(PatternRelationship relationship) => Of(relationship, relationship.From, relationship.To);

    /// <summary>As seen from one of its nodes.</summary>
    public static string Of(PatternRelationship relationship, Symbol from, Symbol to)
    {
        var direction = relationship.DirectionFrom(from);
        return $"({NameOf(from)}){(direction == Direction.Incoming ? "<-" : "-")}[{NameOf(relationship.Symbol)}{Types(relationship)}{Length(relationship)}]"
            + $"{(direction == Direction.Outgoing ? "->" : "-")}({NameOf(to)})";
    }

    private static string NameOf(Symbol symbol) => symbol.IsHidden ? "" : symbol.Name;

    private static string Types(PatternRelationship relationship) => relationship.Types.Count == 0
        ? ""
        : ":" + string.Join("|", relationship.Types.Select(static type => Names.Quote(type.Name)));

    private static string Length(PatternRelationship relationship) => relationship.Length switch
    {
        null => "",
        { Minimum: 1, Maximum: null } => "*",
        var length => $"*{length.Minimum}..{length.Maximum}",
    };
}
