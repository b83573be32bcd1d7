using Graph.Embedded.Binding;
using Graph.Embedded.Expressions;
using Graph.Embedded.Storage;

namespace Graph.Embedded.Planning.Rules;

/// <summary>
/// Counts the relationships of a node without following them, where only their number is wanted.
/// <code>
/// EagerAggregation count(*)        EagerAggregation count(*) by degree
///  |                                |
/// Filter NOT r2 = r1          =>   GetDegree (b)-[r2]->(c) AND NOT r2 = r1
///  |                                |
/// Expand(All) (b)-[r2]->(c)        ...
///  |
/// ...
/// </code>
/// </summary>
internal sealed class DegreeCountRule(SlotAllocator slots) : IPlanRule
{
    public Plan Apply(Plan plan) => PlanTree.Transform(plan, Replace);

    private Plan Replace(Plan plan)
    {
        if (plan is not AggregationPlan { Weight: null } aggregation)
        {
            return plan;
        }

        var predicates = new List<Expression>();
        var below = aggregation.Input!;
        while (below is FilterPlan filter)
        {
            predicates.AddRange(filter.Predicates);
            below = filter.Input!;
        }

        return below is ExpandPlan { IsInto: false } expand && !ReferenceEquals(expand.From, expand.To) && OnlyCounts(aggregation, expand)
            ? Counted(aggregation, expand, predicates) ?? plan
            : plan;
    }

    private AggregationPlan? Counted(AggregationPlan aggregation, ExpandPlan expand, List<Expression> predicates)
    {
        var excluded = new List<Symbol>(expand.Excluded);
        var others = new List<Expression>();
        foreach (var predicate in predicates)
        {
            if (Excluded(predicate, expand.Relationship.Symbol) is { } symbol)
            {
                excluded.Add(symbol);
            }
            else if (Touches(predicate, expand))
            {
                return null;
            }
            else
            {
                others.Add(predicate);
            }
        }

        var input = expand.Input!;
        input = others.Count == 0 ? input : new FilterPlan(input, input.Rows, others);
        var degree = slots.CreateHidden("degree", StaticType.Integer);
        return aggregation with
        {
            Input = new DegreePlan(
                input, input.Rows, expand.From, expand.Relationship, [.. excluded.Select(symbol => Exclusion(symbol, expand))], degree),
            Weight = degree,
        };
    }

    /// <summary>What the pattern itself tells of a relationship that was followed before.</summary>
    private static DegreeExclusion Exclusion(Symbol symbol, ExpandPlan expand)
    {
        var known = PlanTree.All(expand.Input!).Select(static plan => plan switch
        {
            ExpandPlan before => before.Relationship,
            RelationshipScanPlan scan => scan.Relationship,
            _ => null,
        }).FirstOrDefault(relationship => ReferenceEquals(relationship?.Symbol, symbol));
        if (known is null || known.Direction == Direction.Both || !(ReferenceEquals(known.From, expand.From) || ReferenceEquals(known.To, expand.From))
            || !IsOfTypes(known, expand.Relationship))
        {
            return new DegreeExclusion(symbol, ExclusionCase.ByRecord, null);
        }

        var counted = expand.Relationship.DirectionFrom(expand.From);
        var isSameWay = counted == Direction.Both || known.DirectionFrom(expand.From) == counted;
        return new DegreeExclusion(symbol, isSameWay ? ExclusionCase.Always : ExclusionCase.IfLoop, known.Other(expand.From));
    }

    private static bool IsOfTypes(PatternRelationship relationship, PatternRelationship wanted) => wanted.Types.Count == 0
        || (relationship.Types.Count > 0 && relationship.Types.All(type => wanted.Types.Any(other => other.Name == type.Name)));

    private static bool OnlyCounts(AggregationPlan aggregation, ExpandPlan expand) =>
        aggregation.Grouping.Aggregates.All(aggregate => RowCounts.IsOfRows(aggregate.Call, expand.Relationship.Symbol, expand.To))
        && !aggregation.Grouping.Keys.Any(key => Touches(key.Expression, expand));

    private static bool Touches(Expression expression, ExpandPlan expand)
    {
        var reads = expression.Reads();
        return reads.Contains(expand.Relationship.Symbol) || reads.Contains(expand.To);
    }

    /// <summary>The single relationship that a predicate says the other is not.</summary>
    private static Symbol? Excluded(Expression predicate, Symbol relationship) => predicate is RelationshipsDifferExpression differ
        && differ.Left.Slot.IsId && differ.Right.Slot.IsId
            ? ReferenceEquals(differ.Left, relationship) ? differ.Right : ReferenceEquals(differ.Right, relationship) ? differ.Left : null
            : null;
}
