using Graph.Embedded.Binding;
using Graph.Embedded.Execution;
using Graph.Embedded.Expressions;
using Graph.Embedded.Parsing.Syntax;
using Graph.Embedded.Planning;

namespace Graph.Embedded.Engine;

/// <summary>Plans as people and clients see them.</summary>
internal static class PlanDescriptions
{
    public static PlanDescription Of(Plan plan) => Describe(plan, null);

    /// <summary>The plan with what was counted; null for a run that was not profiled.</summary>
    public static PlanDescription? OfRun(QueryStatement statement, QueryContext context) =>
        statement.Mode == StatementMode.Profile ? Describe(statement.Plan, context.Profile) : null;

    private static PlanDescription Describe(Plan plan, PlanProfile? profile)
    {
        Plan[] inputs = [.. plan.Input is null ? [] : new[] { plan.Input }, .. plan.Others, .. Subqueries(plan)];
        var children = Array.ConvertAll(inputs, input => Describe(input, profile));
        var identifiers = children.SelectMany(static child => child.Identifiers).Concat(VisibleNames(plan.Introduces)).Distinct();
        var counts = profile?.Of(plan);
        var hits = counts is null ? (long?)null : counts.TotalHits - inputs.Sum(input => profile!.Of(input).TotalHits);
        var arguments = new Dictionary<string, string>();
        if (plan.Details.Length > 0)
        {
            arguments["Details"] = plan.Details;
        }

        return new PlanDescription(plan.Name, arguments, plan.Rows, counts?.Rows, hits, [.. identifiers], children);
    }

    /// <summary>Plans of EXISTS and its kin inside the expressions of an operator.</summary>
    private static IEnumerable<Plan> Subqueries(Plan plan) => plan.Expressions
        .SelectMany(static expression => expression.DescendantsAndSelf()).OfType<SubqueryExpression>()
        .Where(static subquery => subquery.IsPlanned).Select(static subquery => subquery.Plan);

    private static IEnumerable<string> VisibleNames(IEnumerable<Symbol> symbols) =>
        symbols.Where(static symbol => !symbol.IsHidden).Select(static symbol => symbol.Name);
}
