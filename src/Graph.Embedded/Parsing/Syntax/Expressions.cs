using System.Collections.Immutable;
using Graph.Embedded.Values;

namespace Graph.Embedded.Parsing.Syntax;

internal abstract record ExpressionSyntax(SourceSpan Span) : SyntaxNode(Span);

internal sealed record LiteralSyntax(SourceSpan Span, Value Value) : ExpressionSyntax(Span);

internal sealed record ParameterSyntax(SourceSpan Span, string Name) : ExpressionSyntax(Span);

internal sealed record VariableSyntax(SourceSpan Span, string Name) : ExpressionSyntax(Span);

internal sealed record PropertySyntax(SourceSpan Span, ExpressionSyntax Target, string Key) : ExpressionSyntax(Span);

internal sealed record IndexSyntax(SourceSpan Span, ExpressionSyntax Target, ExpressionSyntax Index) : ExpressionSyntax(Span);

internal sealed record SliceSyntax(SourceSpan Span, ExpressionSyntax Target, ExpressionSyntax? From, ExpressionSyntax? To)
    : ExpressionSyntax(Span);

/// <summary><c>n:A|B</c> as a predicate.</summary>
internal sealed record LabelPredicateSyntax(SourceSpan Span, ExpressionSyntax Target, LabelExpressionSyntax Labels)
    : ExpressionSyntax(Span);

internal enum UnaryOperator : byte
{
    Not,
    Plus,
    Minus,
    IsNull,
    IsNotNull,
}

internal sealed record UnarySyntax(SourceSpan Span, UnaryOperator Operator, ExpressionSyntax Operand) : ExpressionSyntax(Span);

internal enum BinaryOperator : byte
{
    Or,
    Xor,
    And,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In,
    StartsWith,
    EndsWith,
    Contains,
    RegexMatch,
    Add,
    Concatenate,
    Subtract,
    Multiply,
    Divide,
    Modulo,
    Power,
}

internal sealed record BinarySyntax(SourceSpan Span, BinaryOperator Operator, ExpressionSyntax Left, ExpressionSyntax Right)
    : ExpressionSyntax(Span);

/// <summary><c>AND</c> or <c>OR</c> over two or more operands, kept flat so that long chains do not nest.</summary>
internal sealed record JunctionSyntax(SourceSpan Span, BinaryOperator Operator, ImmutableArray<ExpressionSyntax> Operands)
    : ExpressionSyntax(Span);

/// <summary><c>a &lt; b &lt;= c</c>: true when each neighbouring pair is.</summary>
internal sealed record ComparisonChainSyntax(
    SourceSpan Span, ImmutableArray<ExpressionSyntax> Operands, ImmutableArray<BinaryOperator> Operators) : ExpressionSyntax(Span);

/// <summary><c>x IS :: INTEGER | FLOAT NOT NULL</c>.</summary>
internal sealed record TypePredicateSyntax(SourceSpan Span, ExpressionSyntax Target, TypeSyntax Type, bool IsNegated)
    : ExpressionSyntax(Span);

internal sealed record NormalizedPredicateSyntax(SourceSpan Span, ExpressionSyntax Target, string Form, bool IsNegated)
    : ExpressionSyntax(Span);

internal sealed record FunctionCallSyntax(
    SourceSpan Span, string Name, ImmutableArray<ExpressionSyntax> Arguments, bool IsDistinct) : ExpressionSyntax(Span);

internal enum TrimSide : byte
{
    Both,
    Leading,
    Trailing,
}

/// <summary><c>trim(BOTH 'x' FROM text)</c></summary>
internal sealed record TrimSyntax(SourceSpan Span, TrimSide Side, ExpressionSyntax? Character, ExpressionSyntax Text) : ExpressionSyntax(Span);

internal sealed record CountStarSyntax(SourceSpan Span) : ExpressionSyntax(Span);

internal sealed record CaseSyntax(
    SourceSpan Span, ExpressionSyntax? Operand, ImmutableArray<CaseBranchSyntax> Branches, ExpressionSyntax? Else)
    : ExpressionSyntax(Span);

/// <summary>A branch; a predicate form such as <c>WHEN &gt; 3</c> is held as <see cref="PartialPredicateSyntax"/>.</summary>
internal sealed record CaseBranchSyntax(ImmutableArray<ExpressionSyntax> Conditions, ExpressionSyntax Result);

/// <summary>A predicate of an extended simple CASE whose left side is <see cref="CaseOperandSyntax"/>.</summary>
internal sealed record PartialPredicateSyntax(SourceSpan Span, ExpressionSyntax Predicate) : ExpressionSyntax(Span);

/// <summary>The operand of the CASE around it.</summary>
internal sealed record CaseOperandSyntax(SourceSpan Span) : ExpressionSyntax(Span);
