using Graph.Embedded.Binding;
using Graph.Embedded.Expressions;

namespace Graph.Embedded.Planning.Rules;

/// <summary>Lets an expand itself leave out the relationships that the pattern has followed already.</summary>
internal sealed class DistinctExpandRule : IPlanRule
{
    public Plan Apply(Plan plan) => PlanTree.Transform(plan, Replace);

    private static Plan Replace(Plan plan)
    {
        if (plan is not FilterPlan { Input: ExpandPlan expand } filter)
        {
            return plan;
        }

        var excluded = new List<Symbol>(expand.Excluded);
        var others = new List<Expression>();
        foreach (var predicate in filter.Predicates)
        {
            if (predicate is RelationshipsDifferExpression { Left: var left, Right: var right } && left.Slot.IsId && right.Slot.IsId
                && !ReferenceEquals(left, right)
                && (ReferenceEquals(left, expand.Relationship.Symbol) || ReferenceEquals(right, expand.Relationship.Symbol)))
            {
                excluded.Add(ReferenceEquals(left, expand.Relationship.Symbol) ? right : left);
            }
            else
            {
                others.Add(predicate);
            }
        }

        if (others.Count == filter.Predicates.Count)
        {
            return plan;
        }

        var fused = expand with { Excluded = excluded };
        return others.Count == 0 ? fused with { Rows = filter.Rows } : new FilterPlan(fused, filter.Rows, others);
    }
}
