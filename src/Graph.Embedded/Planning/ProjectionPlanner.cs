using Graph.Embedded.Binding;
using Graph.Embedded.Expressions;

namespace Graph.Embedded.Planning;

/// <summary>The operators of WITH and RETURN, in the order in which they take effect.</summary>
internal static class ProjectionPlanner
{
    public static Plan Plan(Plan input, BoundProjection projection, bool hasWritten)
    {
        var plan = input;
        if (projection.Grouping is { } grouping)
        {
            var rows = grouping.Keys.Count == 0 ? 1 : Math.Max(1, Math.Sqrt(input.Rows));
            plan = new AggregationPlan(plan, rows, grouping);
        }

        if (projection.Columns.Any(static column => !column.IsPassedOn))
        {
            plan = new ProjectionPlan(plan, plan.Rows, [.. projection.Columns.Where(static column => !column.IsPassedOn)]);
        }

        if (projection.IsDistinct)
        {
            plan = new DistinctPlan(plan, plan.Rows * 0.95, [.. projection.Columns.Select(static column => column.Symbol)]);
        }

        plan = Cut(plan, projection, hasWritten);
        return projection.Where is null ? plan : new FilterPlan(plan, plan.Rows * 0.5, [projection.Where]);
    }

    private static Plan Cut(Plan plan, BoundProjection projection, bool hasWritten)
    {
        var limited = projection.Limit is null ? plan.Rows : Math.Min(plan.Rows, CountOf(projection.Limit));
        if (projection.OrderBy.Count > 0)
        {
            var kept = KeptBy(projection);
            if (projection.Limit is not null && !hasWritten)
            {
                return new TopPlan(plan, limited, projection.OrderBy, kept, projection.Skip, projection.Limit);
            }

            plan = new SortPlan(plan, plan.Rows, projection.OrderBy, kept);
        }

        if (projection.Skip is not null)
        {
            plan = new SkipPlan(plan, Math.Max(0, plan.Rows - CountOf(projection.Skip)), projection.Skip);
        }

        return projection.Limit is null ? plan : new LimitPlan(plan, limited, projection.Limit, hasWritten);
    }

    /// <summary>The columns, and what WHERE reads besides.</summary>
    private static List<Symbol> KeptBy(BoundProjection projection)
    {
        var kept = projection.Columns.Select(static column => column.Symbol).ToHashSet();
        projection.Where?.CollectReads(kept);
        return [.. kept];
    }

    private static double CountOf(Expression count) =>
        count is ConstantExpression { Value.Kind: Values.ValueKind.Integer } constant ? constant.Value.AsInteger : 10;
}
