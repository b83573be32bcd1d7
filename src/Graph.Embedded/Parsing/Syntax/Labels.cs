using System.Collections.Immutable;

namespace Graph.Embedded.Parsing.Syntax;

/// <summary>What labels or types are asked for.</summary>
internal abstract record LabelExpressionSyntax(SourceSpan Span) : SyntaxNode(Span);

internal sealed record LabelNameSyntax(SourceSpan Span, string Name) : LabelExpressionSyntax(Span);

/// <summary><c>$(expression)</c></summary>
internal sealed record DynamicLabelSyntax(SourceSpan Span, ExpressionSyntax Expression, bool IsAny) : LabelExpressionSyntax(Span);

/// <summary><c>%</c></summary>
internal sealed record LabelWildcardSyntax(SourceSpan Span) : LabelExpressionSyntax(Span);

internal sealed record LabelNotSyntax(SourceSpan Span, LabelExpressionSyntax Operand) : LabelExpressionSyntax(Span);

/// <param name="IsColon">Written with colons (<c>:A:B</c>), the only form CREATE and MERGE take besides <c>&amp;</c>.</param>
internal sealed record LabelAndSyntax(SourceSpan Span, ImmutableArray<LabelExpressionSyntax> Operands, bool IsColon)
    : LabelExpressionSyntax(Span);

internal sealed record LabelOrSyntax(SourceSpan Span, ImmutableArray<LabelExpressionSyntax> Operands) : LabelExpressionSyntax(Span);
