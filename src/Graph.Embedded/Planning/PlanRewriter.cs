using Graph.Embedded.Binding;
using Graph.Embedded.Planning.Rules;

namespace Graph.Embedded.Planning;

/// <summary>Improves finished plans by rules, in the order of the list.</summary>
internal sealed class PlanRewriter(SlotAllocator slots)
{
    private readonly IPlanRule[] _rules = [new CountStoreRule(), new DegreeCountRule(slots), new DistinctExpandRule(), new PruningExpandRule()];

    public Plan Rewrite(Plan plan) => _rules.Aggregate(plan, static (current, rule) => rule.Apply(current));

    /// <summary>A plan of which it only matters whether it gives a row.</summary>
    public Plan RewriteExistence(Plan plan) => PruningExpandRule.Apply(Rewrite(plan), isExistence: true);
}

/// <summary>Replaces parts of a plan by cheaper ones that give the same rows.</summary>
internal interface IPlanRule
{
    Plan Apply(Plan plan);
}
