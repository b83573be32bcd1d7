using System.Collections.Immutable;

namespace Graph.Embedded.Parsing.Syntax;

internal abstract record ClauseSyntax(SourceSpan Span) : SyntaxNode(Span);

internal sealed record MatchSyntax(
    SourceSpan Span, bool IsOptional, ImmutableArray<PathPatternSyntax> Patterns, ExpressionSyntax? Where) : ClauseSyntax(Span);

internal sealed record UnwindSyntax(SourceSpan Span, ExpressionSyntax List, NameSyntax Variable) : ClauseSyntax(Span);

internal sealed record ProjectionItemSyntax(ExpressionSyntax Expression, NameSyntax? Alias, string Text);

internal sealed record SortItemSyntax(ExpressionSyntax Expression, bool IsDescending);

/// <summary>WITH, RETURN or the YIELD of a SHOW command.</summary>
internal sealed record ProjectionSyntax(
    SourceSpan Span, bool IsReturn, bool IsDistinct, bool HasStar, ImmutableArray<ProjectionItemSyntax> Items,
    ImmutableArray<SortItemSyntax> OrderBy, ExpressionSyntax? Skip, ExpressionSyntax? Limit, ExpressionSyntax? Where)
    : ClauseSyntax(Span);

internal sealed record FinishSyntax(SourceSpan Span) : ClauseSyntax(Span);

internal sealed record YieldItemSyntax(NameSyntax Field, NameSyntax? Alias);

/// <param name="Arguments">Default (not empty) where no parentheses were written: taken from parameters of the same names.</param>
/// <param name="Yield">Default where no YIELD was written.</param>
internal sealed record CallProcedureSyntax(
    SourceSpan Span, string Name, ImmutableArray<ExpressionSyntax> Arguments, ImmutableArray<YieldItemSyntax> Yield, bool YieldsAll,
    ExpressionSyntax? Where, bool IsOptional) : ClauseSyntax(Span);

/// <param name="Imports">Of <c>CALL (a, b) {}</c>; default for the form without parentheses.</param>
internal sealed record CallSubquerySyntax(
    SourceSpan Span, QuerySyntax Query, ImmutableArray<NameSyntax> Imports, bool ImportsAll, bool IsOptional,
    InTransactionsSyntax? InTransactions) : ClauseSyntax(Span);

internal enum TransactionErrorMode : byte
{
    Fail,
    Continue,
    Break,
}

internal sealed record InTransactionsSyntax(ExpressionSyntax? BatchSize, TransactionErrorMode OnError, NameSyntax? Report);
