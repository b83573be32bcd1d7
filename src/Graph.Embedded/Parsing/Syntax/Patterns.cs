using System.Collections.Immutable;
using Graph.Embedded.Storage;

namespace Graph.Embedded.Parsing.Syntax;

internal enum PathSelector : byte
{
    /// <summary>Every match.</summary>
    None,

    /// <summary><c>shortestPath(...)</c></summary>
    ShortestPath,

    /// <summary><c>allShortestPaths(...)</c></summary>
    AllShortestPaths,

    /// <summary><c>SHORTEST k</c>, <c>ANY SHORTEST</c>, <c>ANY k</c></summary>
    ShortestK,

    /// <summary><c>ALL SHORTEST</c></summary>
    AllShortest,

    /// <summary><c>SHORTEST k GROUPS</c></summary>
    ShortestGroups,
}

internal sealed record PathPatternSyntax(
    SourceSpan Span, NameSyntax? Variable, PathSelector Selector, int SelectorCount, ImmutableArray<PatternElementSyntax> Elements)
    : SyntaxNode(Span)
{
    /// <summary>Of <c>SHORTEST 1 ((a)-->+(b) WHERE ...)</c>: what paths must fulfil before they are selected.</summary>
    public ExpressionSyntax? Where { get; init; }
}

internal abstract record PatternElementSyntax(SourceSpan Span) : SyntaxNode(Span);

internal sealed record NodePatternSyntax(
    SourceSpan Span, NameSyntax? Variable, LabelExpressionSyntax? Labels, ExpressionSyntax? Properties, ExpressionSyntax? Where)
    : PatternElementSyntax(Span);

/// <param name="Length">Set for <c>*</c> and quantified relationships.</param>
internal sealed record RelationshipPatternSyntax(
    SourceSpan Span, NameSyntax? Variable, LabelExpressionSyntax? Types, ExpressionSyntax? Properties, ExpressionSyntax? Where,
    Direction Direction, LengthSyntax? Length) : PatternElementSyntax(Span);

/// <param name="Minimum">Null where not written: 1.</param>
/// <param name="Maximum">Null for no bound.</param>
/// <param name="IsQuantifier">Written as <c>{1,3}</c>, <c>+</c> or <c>*</c> after the relationship.</param>
internal sealed record LengthSyntax(SourceSpan Span, long? Minimum, long? Maximum, bool IsQuantifier) : SyntaxNode(Span);

/// <summary><c>((a)-[r]->(b) WHERE ...){1,3}</c></summary>
/// <param name="Length">Null where no quantifier was written: only as a whole path.</param>
internal sealed record QuantifiedPathSyntax(
    SourceSpan Span, PathPatternSyntax Pattern, ExpressionSyntax? Where, LengthSyntax? Length) : PatternElementSyntax(Span);
