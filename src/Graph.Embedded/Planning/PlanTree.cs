using Graph.Embedded.Binding;

namespace Graph.Embedded.Planning;

/// <summary>Walks and rebuilds plans.</summary>
internal static class PlanTree
{
    /// <summary>The plan with each input replaced, from the leaves up, and then itself.</summary>
    public static Plan Transform(Plan plan, Func<Plan, Plan> replace) => replace(MapInputs(plan, input => Transform(input, replace)));

    public static Plan MapInputs(Plan plan, Func<Plan, Plan> map)
    {
        var mapped = plan switch
        {
            UnionPlan union => union with { Branches = [.. union.Branches.Select(branch => branch with { Plan = map(branch.Plan) })] },
            HashJoinPlan join => join with { Right = map(join.Right) },
            OptionalPlan optional => optional with { Inner = map(optional.Inner) },
            SubqueryCallPlan call => call with { Inner = map(call.Inner) },
            TransactionApplyPlan apply => apply with { Inner = map(apply.Inner) },
            RepeatPlan repeat => repeat with { Inner = map(repeat.Inner) },
            SelectPathsPlan select => select with { Inner = map(select.Inner) },
            MergePlan merge => merge with { Match = map(merge.Match) },
            ForeachPlan loop => loop with { Inner = map(loop.Inner) },
            _ => plan,
        };
        return mapped.Input is { } input ? mapped with { Input = map(input) } : mapped;
    }

    public static IEnumerable<Plan> All(Plan plan)
    {
        yield return plan;
        foreach (var input in plan.Input is null ? plan.Others : [plan.Input, .. plan.Others])
        {
            foreach (var inner in All(input))
            {
                yield return inner;
            }
        }
    }

    /// <summary>Every variable that an operator of the plan reads.</summary>
    public static HashSet<Symbol> Reads(Plan plan)
    {
        var reads = new HashSet<Symbol>();
        foreach (var part in All(plan))
        {
            reads.UnionWith(part.AlsoReads);
            foreach (var expression in part.Expressions)
            {
                expression.CollectReads(reads);
            }
        }

        return reads;
    }
}
