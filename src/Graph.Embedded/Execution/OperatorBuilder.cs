using Graph.Embedded.Planning;

namespace Graph.Embedded.Execution;

/// <summary>Makes the operators of a plan for one run.</summary>
internal static class OperatorBuilder
{
    public static Operator Build(Plan plan, QueryContext context)
    {
        var built = plan switch
        {
            ArgumentPlan => new ArgumentOperator(context),
            UnionPlan union => new UnionOperator(context, [.. union.Branches.Select(branch => Build(branch.Plan, context))], union),
            _ => BuildOver(plan, Build(plan.Input!, context), context),
        };
        return context.Profile is { } profile ? new ProfilingOperator(context, built, profile.Of(plan)) : built;
    }

    private static Operator BuildOver(Plan plan, Operator input, QueryContext context) => plan switch
    {
        AllNodesScanPlan scan => new AllNodesScanOperator(context, input, scan),
        NodeByLabelScanPlan scan => new NodeByLabelScanOperator(context, input, scan),
        EntityByIdSeekPlan { Relationship: null } seek => new NodeByIdSeekOperator(context, input, seek),
        EntityByIdSeekPlan seek => new RelationshipByIdSeekOperator(context, input, seek),
        NodeIndexPlan seek => new NodeIndexOperator(context, input, seek),
        RelationshipScanPlan scan => new RelationshipScanOperator(context, input, scan),
        RelationshipIndexPlan seek => new RelationshipIndexOperator(context, input, seek),
        ExpandPlan { IsInto: true } expand => new ExpandIntoOperator(context, input, expand),
        ExpandPlan expand => new ExpandAllOperator(context, input, expand),
        VarExpandPlan { IsPruning: true } expand => new PruningExpandOperator(context, input, expand),
        NodeCountPlan count => new NodeCountOperator(context, input, count),
        RelationshipCountPlan count => new RelationshipCountOperator(context, input, count),
        DegreePlan degree => new DegreeOperator(context, input, degree),
        VarExpandPlan expand => new VarExpandOperator(context, input, expand),
        ProjectEndpointsPlan endpoints => new ProjectEndpointsOperator(context, input, endpoints),
        ShortestPathPlan shortest => new ShortestPathOperator(context, input, shortest),
        RepeatPlan repeat => new RepeatOperator(context, input, repeat),
        SelectPathsPlan select => new SelectPathsOperator(context, input, Build(select.Inner, context), select),
        HashJoinPlan join => new HashJoinOperator(context, input, Build(join.Right, context), join),
        OptionalPlan optional => new OptionalOperator(context, input, Build(optional.Inner, context), optional),
        TransactionApplyPlan apply => new TransactionApplyOperator(context, input, Build(apply.Inner, context), apply),
        SubqueryCallPlan call => new SubqueryCallOperator(context, input, Build(call.Inner, context), call),
        _ => BuildRows(plan, input, context),
    };

    private static Operator BuildRows(Plan plan, Operator input, QueryContext context) => plan switch
    {
        FilterPlan filter => new FilterOperator(context, input, filter),
        ProjectionPlan projection => new ProjectionOperator(context, input, projection),
        AggregationPlan aggregation => new AggregationOperator(context, input, aggregation),
        DistinctPlan distinct => new DistinctOperator(context, input, distinct),
        SortPlan sort => new SortOperator(context, input, sort),
        TopPlan top => new TopOperator(context, input, top),
        SkipPlan skip => new SkipOperator(context, input, skip),
        LimitPlan limit => new LimitOperator(context, input, limit),
        UnwindPlan unwind => new UnwindOperator(context, input, unwind),
        EagerPlan eager => new EagerOperator(context, input, eager),
        EntityCastPlan cast => new EntityCastOperator(context, input, cast),
        ProcedureCallPlan call => new ProcedureCallOperator(context, input, call),
        ProduceResultsPlan => input,
        EmptyResultPlan => new EmptyResultOperator(context, input),
        CreatePlan create => new CreateOperator(context, input, create),
        MergePlan merge => new MergeOperator(context, input, Build(merge.Match, context), merge),
        SetPlan set => new SetOperator(context, input, set),
        DeletePlan delete => new DeleteOperator(context, input, delete),
        ForeachPlan loop => new ForeachOperator(context, input, Build(loop.Inner, context), loop),
        _ => throw new InvalidOperationException($"No operator for {plan.GetType().Name}."),
    };
}
