namespace Graph.Embedded.Planning;

/// <summary>Improves finished plans by rules, in the order of the list.</summary>
internal sealed class PlanRewriter
{
    private readonly IPlanRule[] _rules = [];

    public Plan Rewrite(Plan plan) => _rules.Aggregate(plan, static (current, rule) => rule.Apply(current));
}

/// <summary>Replaces parts of a plan by cheaper ones that give the same rows.</summary>
internal interface IPlanRule
{
    Plan Apply(Plan plan);
}
