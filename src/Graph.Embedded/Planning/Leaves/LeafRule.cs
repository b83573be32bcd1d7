using Graph.Embedded.Binding;
using Graph.Embedded.Expressions;
using Graph.Embedded.Parsing.Syntax;

namespace Graph.Embedded.Planning.Leaves;

/// <summary>A way to find the nodes (or relationships) of a variable without following anything to them.</summary>
/// <param name="Plan">The operator on top of the state's plan.</param>
/// <param name="Settled">Predicates that it makes true.</param>
internal sealed record LeafCandidate(Plan Plan, IReadOnlyList<Expression> Settled);

/// <summary>Proposes ways to find a variable's entities.</summary>
internal interface ILeafRule
{
    IEnumerable<LeafCandidate> Propose(LeafTarget target);
}

/// <summary>What a rule looks at: a variable, the predicates on it, and the plan so far.</summary>
/// <param name="Entity">The node, or the relationship's variable.</param>
/// <param name="Relationship">Set where the entity is a relationship.</param>
internal sealed record LeafTarget(Symbol Entity, PatternRelationship? Relationship, PatternState State, Statistics Statistics)
{
    public bool IsNode => Relationship is null;

    /// <summary>Labels that predicates ask of the node by name, each with its predicate.</summary>
    public IEnumerable<(LabelTest.Named Label, Expression Predicate)> Labels => State.Predicates.OfType<LabelExpression>()
        .Where(predicate => IsEntity(predicate.Target))
        .SelectMany(predicate => predicate.LabelTest is LabelTest.Named named ? [(named, (Expression)predicate)] : Array.Empty<(LabelTest.Named, Expression)>());

    /// <summary>Comparisons of a property of the entity with something that is known before it: key, operator, other side.</summary>
    public IEnumerable<PropertyComparison> Comparisons
    {
        get
        {
            foreach (var predicate in State.Predicates)
            {
                if (Compare(predicate) is { } comparison)
                {
                    yield return comparison;
                }
            }
        }
    }

    public bool IsEntity(Expression expression) => expression is SymbolExpression variable && ReferenceEquals(variable.Symbol, Entity);

    public string? KeyOf(Expression expression) =>
        expression is PropertyExpression property && ReferenceEquals(property.Entity, Entity) ? property.Key.Name : null;

    private PropertyComparison? Compare(Expression predicate)
    {
        switch (predicate)
        {
            case ComparisonExpression { Operator: not BinaryOperator.NotEqual } comparison:
                if (KeyOf(comparison.Left) is { } left && State.IsComputable(comparison.Right))
                {
                    return new PropertyComparison(left, comparison.Operator, comparison.Right, predicate);
                }

                return KeyOf(comparison.Right) is { } right && State.IsComputable(comparison.Left)
                    ? new PropertyComparison(right, Mirror(comparison.Operator), comparison.Left, predicate)
                    : null;
            case InExpression { List: var list } membership when KeyOf(membership.Item) is { } key && State.IsComputable(list):
                return new PropertyComparison(key, BinaryOperator.In, list, predicate);
            case TextMatchExpression { Operator: BinaryOperator.StartsWith } match when KeyOf(match.Left) is { } key && State.IsComputable(match.Right):
                return new PropertyComparison(key, BinaryOperator.StartsWith, match.Right, predicate);
            default:
                return null;
        }
    }

    private static BinaryOperator Mirror(BinaryOperator @operator) => @operator switch
    {
        BinaryOperator.Less => BinaryOperator.Greater,
        BinaryOperator.LessOrEqual => BinaryOperator.GreaterOrEqual,
        BinaryOperator.Greater => BinaryOperator.Less,
        BinaryOperator.GreaterOrEqual => BinaryOperator.LessOrEqual,
        _ => @operator,
    };
}

/// <summary><c>entity.key operator other</c></summary>
internal sealed record PropertyComparison(string Key, BinaryOperator Operator, Expression Other, Expression Predicate);
