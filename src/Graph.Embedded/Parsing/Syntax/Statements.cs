using System.Collections.Immutable;
using Graph.Embedded.Storage;

namespace Graph.Embedded.Parsing.Syntax;

internal enum StatementMode : byte
{
    Run,
    Explain,
    Profile,
}

internal abstract record StatementSyntax(SourceSpan Span) : SyntaxNode(Span)
{
    public StatementMode Mode { get; init; }
}

internal sealed record SingleQuerySyntax(SourceSpan Span, ImmutableArray<ClauseSyntax> Clauses) : SyntaxNode(Span);

/// <summary>One or more queries joined by UNION.</summary>
/// <param name="KeepsDuplicates">For each join, whether it was UNION ALL.</param>
internal sealed record QuerySyntax(
    SourceSpan Span, ImmutableArray<SingleQuerySyntax> Parts, ImmutableArray<bool> KeepsDuplicates) : StatementSyntax(Span);

internal sealed record CreateIndexSyntax(
    SourceSpan Span, string? Name, bool IfNotExists, SchemaEntity Entity, IndexKind Kind, ImmutableArray<string> Tokens,
    ImmutableArray<string> Keys) : StatementSyntax(Span);

internal sealed record CreateConstraintSyntax(
    SourceSpan Span, string? Name, bool IfNotExists, SchemaEntity Entity, ConstraintKind Kind, string Token,
    ImmutableArray<string> Keys, string? PropertyType) : StatementSyntax(Span);

internal sealed record DropSchemaSyntax(SourceSpan Span, string Name, bool IfExists, bool IsConstraint) : StatementSyntax(Span);

/// <summary>SHOW or TERMINATE as a clause of a query.</summary>
/// <param name="Command">Verb and noun, such as <c>SHOW INDEXES</c>.</param>
/// <param name="Filter">The words before the noun, such as <c>UNIQUE</c>.</param>
/// <param name="Names">What is asked for: a text or a list of them; null for all.</param>
/// <param name="Order">ORDER BY, SKIP and LIMIT after YIELD, as the WITH that they equal.</param>
internal sealed record ShowSyntax(
    SourceSpan Span, string Command, string Filter, ExpressionSyntax? Names, ImmutableArray<YieldItemSyntax> Yield, bool YieldsAll, ExpressionSyntax? Where,
    bool HasYield, ProjectionSyntax? Order) : ClauseSyntax(Span);
