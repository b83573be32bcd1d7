using Graph.Embedded.Binding;
using Graph.Embedded.Expressions;

namespace Graph.Embedded.Planning;

/// <summary>The rows of an inner plan for each row, or one with nulls where there are none.</summary>
internal sealed record OptionalPlan(Plan Input, double Rows, Plan Inner, IReadOnlyList<Symbol> Nullable) : Plan(Input, Rows)
{
    public override string Name => "Optional";

    public override string Details => string.Join(", ", Nullable.Where(static symbol => !symbol.IsHidden));

    public override IReadOnlyList<Plan> Others => [Inner];

    public override IReadOnlyList<Symbol> Introduces => Nullable;
}

/// <summary><c>CALL {}</c>: the rows of a subquery for each row.</summary>
internal sealed record SubqueryCallPlan(
    Plan Input, double Rows, Plan Inner, IReadOnlyList<Symbol> Columns, bool IsUnit, bool IsOptional) : Plan(Input, Rows)
{
    public override IEnumerable<Symbol> AlsoReads => Columns;

    public override string Name => IsUnit ? "SubqueryForeach" : "Apply";

    public override IReadOnlyList<Plan> Others => [Inner];

    public override IReadOnlyList<Symbol> Introduces => Columns;
}

/// <summary><c>CALL {} IN TRANSACTIONS</c>: commits after so many rows.</summary>
/// <param name="Kept">Variables of the rows it is called for.</param>
internal sealed record TransactionApplyPlan(
    Plan Input, double Rows, Plan Inner, IReadOnlyList<Symbol> Columns, IReadOnlyList<Symbol> Kept, bool IsUnit, BoundBatches Batches) : Plan(Input, Rows)
{
    public override IEnumerable<Expression> Expressions => Batches.Size is null ? [] : [Batches.Size];

    public override IEnumerable<Symbol> AlsoReads => Columns.Concat(Kept);

    public override string Name => "TransactionApply";

    public override string Details => $"IN TRANSACTIONS OF {Batches.Size?.ToString() ?? "1000"} ROWS ON ERROR {Batches.OnError.ToString().ToUpperInvariant()}";

    public override IReadOnlyList<Plan> Others => [Inner];

    public override IReadOnlyList<Symbol> Introduces => Batches.Report is null ? Columns : [.. Columns, Batches.Report];
}

/// <summary>One part of a UNION, and the columns it copies to those of the whole.</summary>
internal sealed record UnionBranch(Plan Plan, IReadOnlyList<Symbol> Columns);

internal sealed record UnionPlan(double Rows, IReadOnlyList<UnionBranch> Branches, IReadOnlyList<Symbol> Columns) : Plan(null, Rows)
{
    public override IEnumerable<Symbol> AlsoReads => Branches.SelectMany(static branch => branch.Columns);

    public override string Name => "Union";

    public override IReadOnlyList<Plan> Others => [.. Branches.Select(static branch => branch.Plan)];

    public override IReadOnlyList<Symbol> Introduces => Columns;
}
