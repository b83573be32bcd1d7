using System.Collections.Immutable;

namespace Graph.Embedded.Parsing.Syntax;

internal sealed record CreateSyntax(SourceSpan Span, ImmutableArray<PathPatternSyntax> Patterns) : ClauseSyntax(Span);

internal sealed record MergeSyntax(
    SourceSpan Span, PathPatternSyntax Pattern, ImmutableArray<SetItemSyntax> OnCreate, ImmutableArray<SetItemSyntax> OnMatch)
    : ClauseSyntax(Span);

internal abstract record SetItemSyntax(SourceSpan Span) : SyntaxNode(Span);

internal sealed record SetPropertySyntax(SourceSpan Span, ExpressionSyntax Target, string Key, ExpressionSyntax Value)
    : SetItemSyntax(Span);

/// <summary><c>SET n[key] = value</c></summary>
internal sealed record SetDynamicPropertySyntax(
    SourceSpan Span, ExpressionSyntax Target, ExpressionSyntax Key, ExpressionSyntax Value) : SetItemSyntax(Span);

/// <summary><c>SET n = map</c>, or <c>SET n += map</c> where <paramref name="IsMerge"/>.</summary>
internal sealed record SetPropertiesSyntax(SourceSpan Span, ExpressionSyntax Target, ExpressionSyntax Value, bool IsMerge)
    : SetItemSyntax(Span);

internal sealed record SetLabelsSyntax(SourceSpan Span, ExpressionSyntax Target, ImmutableArray<LabelExpressionSyntax> Labels)
    : SetItemSyntax(Span);

internal sealed record SetSyntax(SourceSpan Span, ImmutableArray<SetItemSyntax> Items) : ClauseSyntax(Span);

/// <summary>A removal is held as the SET it equals: a property to null; labels stand in <see cref="SetLabelsSyntax"/>.</summary>
internal sealed record RemoveSyntax(SourceSpan Span, ImmutableArray<SetItemSyntax> Items) : ClauseSyntax(Span);

internal sealed record DeleteSyntax(SourceSpan Span, ImmutableArray<ExpressionSyntax> Targets, bool IsDetach) : ClauseSyntax(Span);

internal sealed record ForeachSyntax(
    SourceSpan Span, NameSyntax Variable, ExpressionSyntax List, ImmutableArray<ClauseSyntax> Updates) : ClauseSyntax(Span);
