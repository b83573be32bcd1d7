namespace Graph.Embedded.Parsing.Syntax;

/// <summary><c>[p = (a)-->(b) WHERE ... | ...]</c>.</summary>
internal sealed record PatternComprehensionSyntax(
    SourceSpan Span, PathPatternSyntax Pattern, ExpressionSyntax? Where, ExpressionSyntax Projection) : ExpressionSyntax(Span);

/// <summary>A pattern as a predicate: <c>WHERE (a)-->(b)</c>.</summary>
internal sealed record PatternExpressionSyntax(SourceSpan Span, PathPatternSyntax Pattern) : ExpressionSyntax(Span);

/// <summary><c>shortestPath(...)</c> as an expression.</summary>
internal sealed record ShortestPathSyntax(SourceSpan Span, PathPatternSyntax Pattern) : ExpressionSyntax(Span);

internal enum SubqueryKind : byte
{
    Exists,
    Count,
    Collect,
}

/// <summary><c>EXISTS { ... }</c> and its kin; a bare pattern is held as a query of one MATCH.</summary>
internal sealed record SubquerySyntax(SourceSpan Span, SubqueryKind Kind, QuerySyntax Query) : ExpressionSyntax(Span);
