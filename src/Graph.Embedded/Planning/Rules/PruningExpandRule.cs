using Graph.Embedded.Binding;
using Graph.Embedded.Expressions;

namespace Graph.Embedded.Planning.Rules;

/// <summary>
/// Finds the ends of variable length relationships breadth first, each once, where it makes no difference how many paths
/// lead to them: below DISTINCT, distinct aggregates and EXISTS. Elsewhere saves the list of relationships that nobody reads.
/// </summary>
/// <remarks>The paths to nodes ten hops away can be millions where the nodes are hundreds.</remarks>
internal sealed class PruningExpandRule : IPlanRule
{
    public Plan Apply(Plan plan) => Apply(plan, isExistence: false);

    /// <param name="isExistence">Whether it only matters if there is a row.</param>
    public static Plan Apply(Plan plan, bool isExistence)
    {
        var reads = PlanTree.Reads(plan);
        var pruned = isExistence ? Prune(plan, reads) : plan;
        return PlanTree.Transform(pruned, part => part switch
        {
            DistinctPlan or AggregationPlan when IsDuplicateInsensitive(part) => part with { Input = Prune(part.Input!, reads) },
            VarExpandPlan { IsPruning: false, NeedsList: true } expand when !reads.Contains(expand.Relationship.Symbol) => expand with { NeedsList = false },
            _ => part,
        });
    }

    private static bool IsDuplicateInsensitive(Plan plan) => plan is DistinctPlan
        || (plan is AggregationPlan { Weight: null } aggregation && aggregation.Grouping.Aggregates.All(static aggregate =>
            aggregate.Call.IsDistinct || aggregate.Call.Function is AggregateFunction.Min or AggregateFunction.Max));

    /// <summary>Goes down through operators that neither add up nor cut rows.</summary>
    private static Plan Prune(Plan plan, HashSet<Symbol> reads)
    {
        var pruned = plan is VarExpandPlan expand && CanPrune(expand, reads) ? expand with { IsPruning = true, NeedsList = false } : plan;
        var passesOn = pruned switch
        {
            FilterPlan or ExpandPlan or VarExpandPlan or NodeByLabelScanPlan or NodeIndexPlan or AllNodesScanPlan => true,
            ProjectionPlan projection => projection.Columns.All(static column => column.Expression.DescendantsAndSelf().All(static part => part.IsDeterministic)),
            _ => false,
        };
        return passesOn && pruned.Input is { } input ? pruned with { Input = Prune(input, reads) } : pruned;
    }

    private static bool CanPrune(VarExpandPlan expand, HashSet<Symbol> reads) =>
        expand.Relationship.Length!.Minimum <= 1 && !reads.Contains(expand.Relationship.Symbol);
}
