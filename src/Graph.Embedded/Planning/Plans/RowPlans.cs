using Graph.Embedded.Binding;
using Graph.Embedded.Expressions;

namespace Graph.Embedded.Planning;

internal sealed record UnwindPlan(Plan Input, double Rows, Expression List, Symbol Variable) : Plan(Input, Rows)
{
    public override IEnumerable<Expression> Expressions => [List];

    public override string Name => "Unwind";

    public override string Details => $"{List} AS {Variable}";

    public override IReadOnlyList<Symbol> Introduces => [Variable];
}

internal sealed record ProjectionPlan(Plan Input, double Rows, IReadOnlyList<BoundColumn> Columns) : Plan(Input, Rows)
{
    public override IEnumerable<Expression> Expressions => Columns.Select(static column => column.Expression);

    public override string Name => "Projection";

    public override string Details => ColumnText.Of(Columns);

    public override IReadOnlyList<Symbol> Introduces => [.. Columns.Select(static column => column.Symbol)];
}

internal sealed record AggregationPlan(Plan Input, double Rows, BoundGrouping Grouping) : Plan(Input, Rows)
{
    /// <summary>How many rows each row of the input stands for; null for one.</summary>
    public Symbol? Weight { get; init; }

    public override IEnumerable<Expression> Expressions =>
        [.. Grouping.Keys.Select(static key => key.Expression), .. Grouping.Aggregates.Select(static aggregate => aggregate.Call)];

    public override string Name => "EagerAggregation";

    public override string Details => string.Join(", ", new[]
    {
        ColumnText.Of(Grouping.Keys), string.Join(", ", Grouping.Aggregates.Select(static aggregate => aggregate.Call)),
    }.Where(static part => part.Length > 0));

    public override IReadOnlyList<Symbol> Introduces =>
        [.. Grouping.Keys.Select(static key => key.Symbol), .. Grouping.Aggregates.Select(static aggregate => aggregate.Symbol)];
}

/// <param name="Keys">Variables that make a row what it is.</param>
internal sealed record DistinctPlan(Plan Input, double Rows, IReadOnlyList<Symbol> Keys) : Plan(Input, Rows)
{
    public override IEnumerable<Symbol> AlsoReads => Keys;

    public override string Name => "Distinct";

    public override string Details => string.Join(", ", Keys);
}

/// <param name="Kept">Variables that later operators may read.</param>
internal sealed record SortPlan(Plan Input, double Rows, IReadOnlyList<SortKey> Keys, IReadOnlyList<Symbol> Kept) : Plan(Input, Rows)
{
    public override IEnumerable<Expression> Expressions => Keys.Select(static key => key.Expression);

    public override IEnumerable<Symbol> AlsoReads => Kept;

    public override string Name => "Sort";

    public override string Details => ColumnText.Of(Keys);
}

/// <summary>The first rows of an order, without holding the others.</summary>
internal sealed record TopPlan(Plan Input, double Rows, IReadOnlyList<SortKey> Keys, IReadOnlyList<Symbol> Kept, Expression? Skip, Expression Limit)
    : Plan(Input, Rows)
{
    public override IEnumerable<Expression> Expressions =>
        [.. Keys.Select(static key => key.Expression), .. Skip is null ? [] : new[] { Skip }, Limit];

    public override IEnumerable<Symbol> AlsoReads => Kept;

    public override string Name => "Top";

    public override string Details => $"{ColumnText.Of(Keys)}{(Skip is null ? "" : $" SKIP {Skip}")} LIMIT {Limit}";
}

internal sealed record SkipPlan(Plan Input, double Rows, Expression Count) : Plan(Input, Rows)
{
    public override IEnumerable<Expression> Expressions => [Count];

    public override string Name => "Skip";

    public override string Details => Count.ToString();
}

/// <param name="IsExhaustive">Whether rows beyond the limit are still computed, since they write.</param>
internal sealed record LimitPlan(Plan Input, double Rows, Expression Count, bool IsExhaustive) : Plan(Input, Rows)
{
    public override IEnumerable<Expression> Expressions => [Count];

    public override string Name => IsExhaustive ? "ExhaustiveLimit" : "Limit";

    public override string Details => Count.ToString();
}

/// <summary>Holds every row back until all are there, so that reading and writing do not mix.</summary>
internal sealed record EagerPlan(Plan Input, double Rows, IReadOnlyList<Symbol> Kept) : Plan(Input, Rows)
{
    public override IEnumerable<Symbol> AlsoReads => Kept;

    public override string Name => "Eager";
}

internal sealed record EntityCastPlan(Plan Input, double Rows, IReadOnlyList<(Symbol Source, Symbol Entity)> Casts) : Plan(Input, Rows)
{
    public override IEnumerable<Symbol> AlsoReads => Casts.Select(static cast => cast.Source);

    public override string Name => "AssertIsNode";

    public override string Details => string.Join(", ", Casts.Select(static cast => cast.Source));

    public override IReadOnlyList<Symbol> Introduces => [.. Casts.Select(static cast => cast.Entity)];
}

internal sealed record ProcedureCallPlan(Plan Input, double Rows, BoundProcedureCall Call) : Plan(Input, Rows)
{
    public override IEnumerable<Expression> Expressions => Call.Arguments;

    public override string Name => Call.Procedure.Name.StartsWith("SHOW ", StringComparison.Ordinal)
        ? $"Show{Call.Procedure.Name[5]}{Call.Procedure.Name[6..].ToLowerInvariant()}" : "ProcedureCall";

    public override string Details => Call.Procedure.Signature;

    public override IReadOnlyList<Symbol> Introduces => [.. Call.Yields.Select(static yield => yield.Symbol)];
}

/// <summary>The last operator of a statement.</summary>
internal sealed record ProduceResultsPlan(Plan Input, double Rows, IReadOnlyList<Symbol> Columns, IReadOnlyList<string> ColumnNames) : Plan(Input, Rows)
{
    public override IEnumerable<Symbol> AlsoReads => Columns;

    public override string Name => "ProduceResults";

    public override string Details => string.Join(", ", ColumnNames.Select(Names.Quote));
}

/// <summary>Runs everything and gives no row: the end of a statement that returns nothing.</summary>
internal sealed record EmptyResultPlan(Plan Input) : Plan(Input, 0)
{
    public override string Name => "EmptyResult";
}

internal static class ColumnText
{
    public static string Of(IReadOnlyList<BoundColumn> columns) =>
        string.Join(", ", columns.Select(static column => column.IsPassedOn ? column.Symbol.Name : $"{column.Expression} AS {Names.Quote(column.Symbol.Name)}"));

    public static string Of(IReadOnlyList<SortKey> keys) =>
        string.Join(", ", keys.Select(static key => $"{key.Expression} {(key.IsDescending ? "DESC" : "ASC")}"));
}
