using Graph.Embedded.Expressions;
using Graph.Embedded.Storage;

namespace Graph.Embedded.Planning.Rules;

/// <summary>
/// Counts all nodes or relationships without looking at them.
/// <code>
/// EagerAggregation count(*)        NodeCountFromCountStore (:A)
///  |                          =>    |
/// NodeByLabelScan n:A              Argument
///  |
/// Argument
/// </code>
/// </summary>
internal sealed class CountStoreRule : IPlanRule
{
    public Plan Apply(Plan plan) => PlanTree.Transform(plan, Replace);

    private static Plan Replace(Plan plan)
    {
        if (plan is not AggregationPlan { Grouping: { Keys.Count: 0 } grouping, Input: { Input: ArgumentPlan argument } scan })
        {
            return plan;
        }

        var symbols = grouping.Aggregates.Select(static aggregate => aggregate.Symbol).ToArray();
        return scan switch
        {
            AllNodesScanPlan all when IsCount(grouping, all.Node) => new NodeCountPlan(argument, null, symbols),
            NodeByLabelScanPlan labelled when IsCount(grouping, labelled.Node) => new NodeCountPlan(argument, labelled.Label, symbols),
            RelationshipScanPlan { Relationship: { Direction: not Direction.Both, From: var from, To: var to, Symbol: var symbol } relationship }
                when !ReferenceEquals(from, to) && (IsCount(grouping, symbol) || IsCount(grouping, from) || IsCount(grouping, to)) =>
                new RelationshipCountPlan(argument, relationship.Types, symbols),
            _ => plan,
        };
    }

    /// <summary>Whether every aggregate counts rows.</summary>
    private static bool IsCount(Binding.BoundGrouping grouping, Binding.Symbol symbol) =>
        grouping.Aggregates.All(aggregate => RowCounts.IsOfRows(aggregate.Call, symbol));
}

/// <summary>Aggregates that count rows, since what they count is never null.</summary>
internal static class RowCounts
{
    public static bool IsOfRows(AggregateExpression call, params ReadOnlySpan<Binding.Symbol> neverNull)
    {
        if (call.Function == AggregateFunction.CountStar)
        {
            return true;
        }

        return call is { Function: AggregateFunction.Count, IsDistinct: false, Argument: SymbolExpression { Symbol: var counted } }
            && neverNull.Contains(counted);
    }
}
