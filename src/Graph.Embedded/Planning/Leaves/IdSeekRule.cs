using Graph.Embedded.Expressions;
using Graph.Embedded.Parsing.Syntax;

namespace Graph.Embedded.Planning.Leaves;

/// <summary><c>id(n) = x</c>, <c>id(n) IN list</c>, and the same with <c>elementId</c>.</summary>
internal sealed class IdSeekRule : ILeafRule
{
    public IEnumerable<LeafCandidate> Propose(LeafTarget target)
    {
        foreach (var predicate in target.State.Predicates)
        {
            if (Match(target, predicate) is var (ids, isList, isElementId))
            {
                var rows = target.State.Plan.Rows * (isList ? 10 : 1);
                yield return new LeafCandidate(
                    new EntityByIdSeekPlan(target.State.Plan, rows, target.Entity, ids, isList, isElementId, target.Relationship), [predicate]);
            }
        }
    }

    private static (Expression Ids, bool IsList, bool IsElementId)? Match(LeafTarget target, Expression predicate) => predicate switch
    {
        ComparisonExpression { Operator: BinaryOperator.Equal, Left: var left, Right: var right } =>
            IdCall(target, left) is { } first && target.State.IsComputable(right) ? (right, false, first)
            : IdCall(target, right) is { } second && target.State.IsComputable(left) ? (left, false, second)
            : null,
        InExpression { Item: var item, List: var list } when IdCall(target, item) is { } isElementId && target.State.IsComputable(list) =>
            (list, true, isElementId),
        _ => null,
    };

    /// <summary>Whether it is the id of the entity, and if so whether as text.</summary>
    private static bool? IdCall(LeafTarget target, Expression expression) =>
        expression is GraphCallExpression { Function.Name: "id" or "elementId" } call && target.IsEntity(call.Children[0])
            ? call.Function.Name == "elementId"
            : null;
}
