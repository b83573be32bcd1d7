using System.Collections.Immutable;

namespace Graph.Embedded.Parsing.Syntax;

internal enum TypeName : byte
{
    Any,
    Nothing,
    Null,
    Boolean,
    String,
    Integer,
    Float,
    Number,
    Date,
    LocalTime,
    ZonedTime,
    LocalDateTime,
    ZonedDateTime,
    Duration,
    Point,
    Node,
    Relationship,
    Path,
    Map,
    PropertyValue,
    List,
}

/// <summary>A Cypher type: alternatives, each a name, for lists with their items' type.</summary>
internal sealed record TypeSyntax(SourceSpan Span, ImmutableArray<TypeAlternativeSyntax> Alternatives) : SyntaxNode(Span);

internal sealed record TypeAlternativeSyntax(TypeName Name, TypeSyntax? Items, bool IsNotNull);
