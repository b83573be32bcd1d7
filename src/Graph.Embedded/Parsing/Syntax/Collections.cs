using System.Collections.Immutable;

namespace Graph.Embedded.Parsing.Syntax;

internal sealed record ListSyntax(SourceSpan Span, ImmutableArray<ExpressionSyntax> Items) : ExpressionSyntax(Span);

internal sealed record MapSyntax(SourceSpan Span, ImmutableArray<(string Key, ExpressionSyntax Value)> Entries)
    : ExpressionSyntax(Span);

internal enum MapProjectionKind : byte
{
    /// <summary><c>.key</c></summary>
    Property,

    /// <summary><c>key: expression</c></summary>
    Entry,

    /// <summary>A variable under its own name.</summary>
    Variable,

    /// <summary><c>.*</c></summary>
    All,
}

internal sealed record MapProjectionItemSyntax(MapProjectionKind Kind, string Name, ExpressionSyntax? Value, SourceSpan Span);

internal sealed record MapProjectionSyntax(
    SourceSpan Span, ExpressionSyntax Target, ImmutableArray<MapProjectionItemSyntax> Items) : ExpressionSyntax(Span);

internal sealed record ListComprehensionSyntax(
    SourceSpan Span, NameSyntax Variable, ExpressionSyntax List, ExpressionSyntax? Where, ExpressionSyntax? Projection)
    : ExpressionSyntax(Span);

internal enum QuantifierKind : byte
{
    All,
    Any,
    None,
    Single,
}

internal sealed record QuantifierSyntax(
    SourceSpan Span, QuantifierKind Kind, NameSyntax Variable, ExpressionSyntax List, ExpressionSyntax Predicate)
    : ExpressionSyntax(Span);

internal sealed record ReduceSyntax(
    SourceSpan Span, NameSyntax Accumulator, ExpressionSyntax Initial, NameSyntax Variable, ExpressionSyntax List,
    ExpressionSyntax Step) : ExpressionSyntax(Span);
