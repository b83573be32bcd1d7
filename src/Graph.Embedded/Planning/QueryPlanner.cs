using Graph.Embedded.Binding;
using Graph.Embedded.Expressions;
using Graph.Embedded.Parsing.Syntax;
using Graph.Embedded.Storage;

namespace Graph.Embedded.Planning;

/// <summary>Turns bound queries into plans, clause by clause.</summary>
internal sealed class QueryPlanner
{
    private readonly PatternPlanner _patterns;
    private readonly PlanRewriter _rewriter;
    private readonly SlotAllocator _slots;

    private QueryPlanner(StorageTransaction storage, SlotAllocator slots)
    {
        _patterns = new PatternPlanner(new Statistics(storage));
        _slots = slots;
        _rewriter = new PlanRewriter(slots);
    }

    public static Plan Plan(BoundStatement statement, StorageTransaction storage)
    {
        var planner = new QueryPlanner(storage, statement.Slots);
        var plan = planner.PlanQuery(statement.Query, new HashSet<Symbol>());
        plan = statement.Query.Returns
            ? new ProduceResultsPlan(plan, plan.Rows, statement.Query.Columns, statement.Query.ColumnNames)
            : new EmptyResultPlan(plan);
        return planner._rewriter.Rewrite(plan);
    }

    private Plan PlanQuery(BoundQuery query, IReadOnlySet<Symbol> outer)
    {
        if (query.Parts.Count == 1)
        {
            return PlanSingle(query.Parts[0], outer);
        }

        var branches = query.Parts.Select(part => new UnionBranch(PlanSingle(part, outer), part.Columns)).ToArray();
        Plan union = new UnionPlan(branches.Sum(static branch => branch.Plan.Rows), branches, query.Columns);
        return query.IsDistinct ? new DistinctPlan(union, union.Rows, query.Columns) : union;
    }

    private Plan PlanSingle(BoundSingleQuery query, IReadOnlySet<Symbol> outer)
    {
        Plan plan = new ArgumentPlan();
        var scope = new HashSet<Symbol>(outer);
        var effects = new EffectTracker();
        IReadOnlyList<Symbol> before = [];
        foreach (var clause in query.Clauses)
        {
            PlanSubqueries(clause, scope);
            if (effects.NeedsBarrier(clause))
            {
                plan = new EagerPlan(plan, plan.Rows, before);
            }

            plan = clause is BoundSubqueryCall { Batches: not null } call
                ? PlanBatches(plan, call, scope, before)
                : PlanClause(plan, clause, scope, effects.HasWritten || EffectTracker.Writes(clause));
            scope.UnionWith(clause.Scope);
            before = clause.Scope;
        }

        return plan;
    }

    private Plan PlanClause(Plan input, BoundClause clause, HashSet<Symbol> scope, bool hasWritten)
    {
        switch (clause)
        {
            case BoundMatch match:
                return PlanMatch(input, match, scope);
            case BoundEntityCast cast:
                scope.UnionWith(cast.Casts.Select(static pair => pair.Entity));
                return new EntityCastPlan(input, input.Rows, cast.Casts);
            case BoundUnwind unwind:
                return new UnwindPlan(input, input.Rows * ExpectedLength(unwind.List), unwind.List, unwind.Variable);
            case BoundProjection projection:
                return ProjectionPlanner.Plan(input, projection, hasWritten);
            case BoundProcedureCall call:
                Plan called = new ProcedureCallPlan(input, input.Rows * 10, call);
                return call.Where is null ? called : new FilterPlan(called, called.Rows * 0.5, [call.Where]);
            case BoundSubqueryCall call:
                var inner = PlanQuery(call.Query, scope);
                return new SubqueryCallPlan(
                    input, input.Rows * (call.IsUnit ? 1 : Math.Max(inner.Rows, 0.01)), inner, call.Query.Columns, call.IsUnit, call.IsOptional);
            case BoundFinish:
                return new EmptyResultPlan(input);
            default:
                return PlanUpdate(input, clause, scope);
        }
    }

    private TransactionApplyPlan PlanBatches(Plan input, BoundSubqueryCall call, HashSet<Symbol> scope, IReadOnlyList<Symbol> kept)
    {
        var inner = PlanQuery(call.Query, scope);
        return new TransactionApplyPlan(
            input, input.Rows * (call.IsUnit ? 1 : Math.Max(inner.Rows, 0.01)), inner, call.Query.Columns, kept, call.IsUnit, call.Batches!);
    }

    private Plan PlanUpdate(Plan input, BoundClause clause, HashSet<Symbol> scope) => clause switch
    {
        BoundCreate create => new CreatePlan(input, input.Rows, create),
        BoundMerge merge => new MergePlan(
            input, input.Rows, _patterns.Plan(new ArgumentPlan(), BoundFor(merge.Pattern, scope), merge.Pattern with { Paths = [] }), merge),
        BoundSet set => new SetPlan(input, input.Rows, set.Actions),
        BoundDelete delete => new DeletePlan(input, input.Rows, delete),
        BoundForeach loop => PlanForeach(input, loop, scope),
        _ => throw new InvalidOperationException($"No plan for {clause.GetType().Name}."),
    };

    private ForeachPlan PlanForeach(Plan input, BoundForeach loop, HashSet<Symbol> scope)
    {
        Plan inner = new ArgumentPlan();
        var visible = new HashSet<Symbol>(scope) { loop.Variable };
        foreach (var update in loop.Updates)
        {
            PlanSubqueries(update, visible);
            inner = PlanClause(inner, update, visible, hasWritten: true);
            visible.UnionWith(update.Scope);
        }

        return new ForeachPlan(input, input.Rows, loop, inner);
    }

    private Plan PlanMatch(Plan input, BoundMatch match, HashSet<Symbol> scope)
    {
        var bound = BoundFor(match.Pattern, scope);
        if (!match.IsOptional)
        {
            return _patterns.Plan(input, bound, match.Pattern);
        }

        var inner = _patterns.Plan(new ArgumentPlan(), bound, match.Pattern);
        var optional = new OptionalPlan(input, input.Rows * Math.Max(1, inner.Rows), inner, IntroducedBy(inner));

        // In Neo4j a path of what is known already is there even where WHERE fails: it is put together from its parts.
        var known = match.Pattern.Paths.Where(path => path.Expression is PathExpression && ReadsOf(path.Expression).IsSubsetOf(scope)).ToList();
        return known.Count == 0 ? optional : new ProjectionPlan(optional, optional.Rows, known);
    }

    private static HashSet<Symbol> ReadsOf(Expression expression)
    {
        var reads = new HashSet<Symbol>();
        expression.CollectReads(reads);
        return reads;
    }

    private static List<Symbol> IntroducedBy(Plan plan)
    {
        var symbols = new List<Symbol>();
        for (Plan? at = plan; at is not null; at = at.Input)
        {
            symbols.AddRange(at.Introduces);
        }

        return symbols;
    }

    private static HashSet<Symbol> BoundFor(BoundPattern pattern, HashSet<Symbol> scope) =>
        [.. scope, .. pattern.Relationships.Where(static relationship => relationship.IsBound).Select(static relationship => relationship.Symbol)];

    private static double ExpectedLength(Expression list) => list is ListExpression literal ? literal.Children.Count : 10;

    private void PlanSubqueries(BoundClause clause, HashSet<Symbol> scope)
    {
        var visible = new HashSet<Symbol>(scope);
        visible.UnionWith(clause.Scope);
        foreach (var expression in ClauseExpressions.Of(clause))
        {
            PlanSubqueries(expression, visible);
        }
    }

    private void PlanSubqueries(Expression expression, HashSet<Symbol> scope)
    {
        foreach (var part in expression.DescendantsAndSelf())
        {
            if (part is SubqueryExpression { IsPlanned: false } subquery)
            {
                var visible = new HashSet<Symbol>(scope);
                subquery.CollectReads(visible);
                subquery.Plan = PlanSubquery(subquery, PlanQuery(subquery.Query, visible));
            }
        }
    }

    private Plan PlanSubquery(SubqueryExpression subquery, Plan rows)
    {
        switch (subquery.Kind)
        {
            case SubqueryKind.Exists:
                return _rewriter.RewriteExistence(rows);
            case SubqueryKind.Count:
                // Counted like any aggregate, so that the same rules apply.
                var count = new BoundAggregate(
                    _slots.CreateHidden("count", StaticType.Integer), new AggregateExpression(subquery.Span, AggregateFunction.CountStar, null, null, false));
                subquery.Count = count.Symbol;
                return _rewriter.Rewrite(new AggregationPlan(rows, 1, new BoundGrouping([], [count])));
            default:
                return _rewriter.Rewrite(rows);
        }
    }
}
