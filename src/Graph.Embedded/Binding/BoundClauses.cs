using Graph.Embedded.Expressions;
using Graph.Embedded.Parsing.Syntax;
using Graph.Embedded.Procedures;

namespace Graph.Embedded.Binding;

/// <summary>A clause after names were resolved.</summary>
/// <remarks>Its <see cref="Scope"/> holds the variables visible after it, which are what must survive a row held back.</remarks>
internal abstract record BoundClause
{
    public IReadOnlyList<Symbol> Scope { get; init; } = [];
}

/// <summary>A variable and the expression it gets its value from.</summary>
internal sealed record BoundColumn(Symbol Symbol, Expression Expression)
{
    /// <summary>Whether it only hands on a variable that keeps its place in the row.</summary>
    public bool IsPassedOn => Expression is SymbolExpression variable && ReferenceEquals(variable.Symbol, Symbol);
}

internal sealed record SortKey(Expression Expression, bool IsDescending);

internal sealed record BoundMatch(bool IsOptional, BoundPattern Pattern) : BoundClause;

/// <summary>Checks that values are nodes or relationships, so that a pattern can start at them.</summary>
internal sealed record BoundEntityCast(IReadOnlyList<(Symbol Source, Symbol Entity)> Casts) : BoundClause;

internal sealed record BoundUnwind(Expression List, Symbol Variable) : BoundClause;

/// <summary>WITH, RETURN: grouping, then columns, then DISTINCT, ORDER BY, SKIP, LIMIT, WHERE.</summary>
/// <param name="Grouping">Null where nothing is aggregated.</param>
internal sealed record BoundProjection(
    BoundGrouping? Grouping, IReadOnlyList<BoundColumn> Columns, bool IsDistinct, IReadOnlyList<SortKey> OrderBy,
    Expression? Skip, Expression? Limit, Expression? Where) : BoundClause;

/// <param name="Keys">What rows are grouped by.</param>
internal sealed record BoundGrouping(IReadOnlyList<BoundColumn> Keys, IReadOnlyList<BoundAggregate> Aggregates);

internal sealed record BoundAggregate(Symbol Symbol, AggregateExpression Call);

/// <param name="Yields">Positions of columns of the procedure and the variables they go to.</param>
/// <param name="IsVoid">Whether it gives one row for each row, whatever it returns.</param>
internal sealed record BoundProcedureCall(
    Procedure Procedure, IReadOnlyList<Expression> Arguments, IReadOnlyList<(int Column, Symbol Symbol)> Yields, Expression? Where,
    bool IsVoid, bool IsOptional) : BoundClause;

/// <param name="IsUnit">Whether it returns nothing, so that each row goes on once.</param>
internal sealed record BoundSubqueryCall(
    BoundQuery Query, bool IsUnit, bool IsOptional, BoundBatches? Batches) : BoundClause;

/// <summary><c>IN TRANSACTIONS OF size ROWS ON ERROR mode REPORT STATUS AS report</c></summary>
internal sealed record BoundBatches(Expression? Size, TransactionErrorMode OnError, Symbol? Report);

internal sealed record BoundFinish : BoundClause;

/// <summary>One query between UNIONs.</summary>
/// <param name="Columns">What it returns; empty where it returns nothing.</param>
internal sealed record BoundSingleQuery(IReadOnlyList<BoundClause> Clauses, IReadOnlyList<Symbol> Columns);

/// <param name="Columns">Variables of the result; those of the only part, or new ones that every part is copied to.</param>
/// <param name="IsDistinct">Whether UNION drops duplicates.</param>
internal sealed record BoundQuery(
    IReadOnlyList<BoundSingleQuery> Parts, bool IsDistinct, IReadOnlyList<Symbol> Columns, IReadOnlyList<string> ColumnNames)
{
    public bool Returns => ColumnNames.Count > 0;
}
