using Graph.Embedded.Binding;
using Graph.Embedded.Expressions;
using Graph.Embedded.Parsing.Syntax;

namespace Graph.Embedded.Planning;

/// <summary>Solves the parts of a pattern that no relationship joins each on its own, and joins them by equal values, or by nothing.</summary>
/// <remarks>
/// <code>
/// (a:A), (b:B) WHERE a.x = b.y        ValueHashJoin a.x = b.y
///                                      |\
///                                      | NodeByLabelScan b:B
///                                     NodeByLabelScan a:A
/// </code>
/// </remarks>
internal static class JoinPlanner
{
    /// <summary>What a row costs that is put in a table, against one that only passes.</summary>
    private const double HoldingCost = 1.5;

    /// <summary>Null where the pattern is of one part.</summary>
    public static PatternState? TryPlan(
        PatternState root, BoundPattern pattern, IReadOnlySet<Symbol> bound, PatternPlanner planner, Cardinality cardinality)
    {
        // Groups tie parts together in ways that relationships do not show.
        var parts = pattern.Repetitions.Count == 0 && pattern.Selections.Count == 0 ? PartsOf(root) : [];
        if (parts.Count < 2)
        {
            return null;
        }

        var solved = parts.Select(part => planner.Cheapest(Restrict(part, pattern, bound), pattern))
            .OrderByDescending(part => ReadsInput(part, pattern)).ThenByDescending(static part => part.Plan.Rows).ToArray();
        if (!IsOneRow(root.Plan) && solved.Skip(1).Any(part => ReadsInput(part, pattern)))
        {
            // The right side is computed once, so it cannot depend on the row.
            return null;
        }

        var result = root.Copy();
        result.Apply(Rebase(solved[0].Plan, root.Plan), solved[0].Cost);
        TakeOver(result, solved[0], pattern);
        result.ApplyPredicates(predicate => cardinality.Selectivity(predicate, pattern));
        foreach (var right in solved.Skip(1))
        {
            Join(result, right, pattern, cardinality);
        }

        return result;
    }

    private static bool IsOneRow(Plan plan) => plan is ArgumentPlan || (plan is FilterPlan filter && IsOneRow(filter.Input!));

    private static bool ReadsInput(PatternState part, BoundPattern pattern)
    {
        var symbols = SymbolsOf(part.Plan).ToHashSet();
        return pattern.Predicates.Any(predicate => IsInside(predicate, symbols, pattern)
            && predicate.Reads().Any(symbol => !symbols.Contains(symbol)));
    }

    private static void Join(PatternState left, PatternState right, BoundPattern pattern, Cardinality cardinality)
    {
        var keys = left.Predicates.Select(predicate => KeyOf(predicate, left, right)).OfType<(Expression Left, Expression Right, Expression Predicate)>()
            .ToArray();
        var symbols = SymbolsOf(right.Plan).ToArray();
        var rows = left.Plan.Rows * right.Plan.Rows;
        foreach (var key in keys)
        {
            rows *= cardinality.Selectivity(key.Predicate, pattern);
        }

        var join = new HashJoinPlan(
            left.Plan, rows, right.Plan, [.. keys.Select(static key => key.Left)], [.. keys.Select(static key => key.Right)], symbols);
        left.Apply(join, right.Cost + (HoldingCost * right.Plan.Rows) + left.Plan.Rows + rows, keys.Select(static key => key.Predicate));
        TakeOver(left, right, pattern);
        left.ApplyPredicates(predicate => cardinality.Selectivity(predicate, pattern));
    }

    /// <summary>The sides of an equality of which one is known on the left and the other on the right.</summary>
    private static (Expression Left, Expression Right, Expression Predicate)? KeyOf(Expression predicate, PatternState left, PatternState right)
    {
        if (predicate is not ComparisonExpression { Operator: BinaryOperator.Equal } equality)
        {
            return null;
        }

        var introduced = SymbolsOf(right.Plan).ToHashSet();
        return OnRight(equality.Right, introduced) && left.IsComputable(equality.Left) ? (equality.Left, equality.Right, predicate)
            : OnRight(equality.Left, introduced) && left.IsComputable(equality.Right) ? (equality.Right, equality.Left, predicate)
            : null;
    }

    private static bool OnRight(Expression expression, HashSet<Symbol> introduced)
    {
        var reads = expression.Reads();
        return reads.Count > 0 && reads.All(introduced.Contains);
    }

    private static IEnumerable<Symbol> SymbolsOf(Plan plan)
    {
        for (Plan? at = plan; at is not null; at = at.Input)
        {
            foreach (var symbol in at.Introduces)
            {
                yield return symbol;
            }
        }
    }

    /// <summary>Marks what a part solved as solved in the whole.</summary>
    private static void TakeOver(PatternState whole, PatternState part, BoundPattern pattern)
    {
        var symbols = SymbolsOf(part.Plan).ToHashSet();
        whole.Nodes.RemoveAll(symbols.Contains);
        whole.Relationships.RemoveAll(relationship => symbols.Contains(relationship.Symbol));
        whole.MarkKnown(symbols);
        whole.Predicates.RemoveAll(predicate => IsInside(predicate, symbols, pattern) && !part.Predicates.Contains(predicate));
    }

    private static bool IsInside(Expression predicate, HashSet<Symbol> symbols, BoundPattern pattern)
    {
        var reads = predicate.Reads();
        return reads.Overlaps(symbols) && !reads.Any(symbol => !symbols.Contains(symbol) && pattern.Introduces(symbol));
    }

    /// <summary>The nodes and relationships that hang together.</summary>
    private static List<PatternPart> PartsOf(PatternState root)
    {
        var parts = new List<PatternPart>();
        foreach (var node in root.Nodes)
        {
            parts.Add(new PatternPart([node], []));
        }

        foreach (var relationship in root.Relationships)
        {
            var touched = parts.Where(part => part.Nodes.Contains(relationship.From) || part.Nodes.Contains(relationship.To)).ToArray();
            if (touched.Length == 0 || relationship.IsBound || root.IsKnown(relationship.From) || root.IsKnown(relationship.To))
            {
                // What hangs on rows that are there already is followed from them.
                return [];
            }

            parts.RemoveAll(touched.Contains);
            parts.Add(new PatternPart(
                [.. touched.SelectMany(static part => part.Nodes)], [.. touched.SelectMany(static part => part.Relationships), relationship]));
        }

        return parts;
    }

    private static PatternState Restrict(PatternPart part, BoundPattern pattern, IReadOnlySet<Symbol> bound)
    {
        var symbols = part.Nodes.Concat(part.Relationships.Select(static relationship => relationship.Symbol)).ToHashSet();
        var inside = pattern with
        {
            Nodes = part.Nodes,
            Relationships = part.Relationships,
            Repetitions = [],
            ShortestPaths = [],
            Selections = [],
            Paths = [],
            Predicates = [.. pattern.Predicates.Where(predicate => IsInside(predicate, symbols, pattern))],
        };
        return new PatternState(new ArgumentPlan(), inside, bound);
    }

    /// <summary>Puts the first part on top of the rows that the whole pattern is matched for.</summary>
    private static Plan Rebase(Plan plan, Plan input) =>
        plan is ArgumentPlan ? input : plan with { Input = Rebase(plan.Input!, input), Rows = plan.Rows * Math.Max(1, input.Rows) };

    private sealed record PatternPart(IReadOnlyList<Symbol> Nodes, IReadOnlyList<PatternRelationship> Relationships);
}
