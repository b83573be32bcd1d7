using Graph.Embedded.Binding;
using Graph.Embedded.Expressions;
using Graph.Embedded.Planning.Leaves;
using Graph.Embedded.Storage;

namespace Graph.Embedded.Planning;

/// <summary>Chooses where to start in a pattern and in which order to follow its relationships.</summary>
/// <remarks>
/// From every possible start it goes on with the step that leaves the fewest rows, and keeps the cheapest whole: the cost
/// is the number of rows that all steps give together.
/// </remarks>
internal sealed class PatternPlanner(Statistics statistics)
{
    /// <summary>Starts that are followed to the end; the rest start with more rows and seldom win.</summary>
    private const int StartsTried = 8;

    private static readonly ILeafRule[] Rules =
    [
        new IdSeekRule(), new IndexSeekRule(), new IndexInRule(), new IndexPrefixRule(), new IndexRangeRule(), new IndexScanRule(),
        new LabelScanRule(), new RelationshipScanRule(), new AllNodesRule(),
    ];

    private readonly Cardinality _cardinality = new(statistics);

    /// <param name="input">Rows that the pattern is matched for.</param>
    /// <param name="bound">Variables that these rows have.</param>
    public Plan Plan(Plan input, IReadOnlySet<Symbol> bound, BoundPattern pattern)
    {
        var root = new PatternState(input, pattern, bound);
        foreach (var selection in pattern.Selections)
        {
            root.Apply(PlanSelection(root.Plan, bound, selection), root.Plan.Rows);
        }

        root.ApplyPredicates(predicate => _cardinality.Selectivity(predicate, pattern));
        var best = Cheapest(root, pattern);
        if (JoinPlanner.TryPlan(root, pattern, bound, this, _cardinality) is { } joined && joined.Cost < best.Cost)
        {
            best = joined;
        }

        return Finish(best, pattern);
    }

    /// <summary>The cheapest way to solve every node and relationship of a state.</summary>
    public PatternState Cheapest(PatternState root, BoundPattern pattern)
    {
        var starts = Steps(root, pattern).OrderBy(static state => state.Plan.Rows + state.Cost).Take(StartsTried).ToArray();
        return starts.Length == 0
            ? root
            : starts.Select(start => Complete(start, pattern)).MinBy(static state => state.Cost)!;
    }

    private PatternState Complete(PatternState state, BoundPattern pattern)
    {
        while (state.Nodes.Count > 0 || state.Relationships.Count > 0 || state.Repetitions.Count > 0)
        {
            state = Steps(state, pattern).MinBy(static next => next.Plan.Rows + next.Cost)
                ?? throw new InvalidOperationException("A pattern has a part that no rule can match.");
        }

        return state;
    }

    private IEnumerable<PatternState> Steps(PatternState state, BoundPattern pattern)
    {
        foreach (var relationship in state.Relationships)
        {
            foreach (var step in Expansions(state, relationship, pattern))
            {
                yield return step;
            }
        }

        foreach (var repetition in state.Repetitions)
        {
            if (Repeat(state, repetition) is { } plan)
            {
                var step = Step(state, null, plan, plan.Rows + state.Plan.Rows, [], pattern);
                step.Repetitions.Remove(repetition);
                yield return step;
            }
        }

        foreach (var node in state.Nodes)
        {
            foreach (var step in Leaves(state, node, null, pattern))
            {
                yield return step;
            }
        }
    }

    private IEnumerable<PatternState> Expansions(PatternState state, PatternRelationship relationship, BoundPattern pattern)
    {
        var (fromKnown, toKnown) = (state.IsKnown(relationship.From), state.IsKnown(relationship.To));
        if (relationship.IsBound)
        {
            var rows = state.Plan.Rows * (relationship.Direction == Direction.Both && !fromKnown && !toKnown ? 2 : 1);
            yield return Step(
                state, relationship, new ProjectEndpointsPlan(state.Plan, rows, relationship, fromKnown, toKnown), state.Plan.Rows, [], pattern);
            yield break;
        }

        if (fromKnown && toKnown)
        {
            var from = _cardinality.Fanout(relationship, relationship.From, pattern) <= _cardinality.Fanout(relationship, relationship.To, pattern)
                ? relationship.From
                : relationship.To;
            yield return Step(
                state, relationship, Expand(state, relationship, from, true, pattern), state.Plan.Rows * IntoWork(relationship, from, pattern), [], pattern);
        }
        else if (fromKnown || toKnown)
        {
            var plan = Expand(state, relationship, fromKnown ? relationship.From : relationship.To, false, pattern);
            yield return Step(state, relationship, plan, plan.Rows + (0.1 * state.Plan.Rows), [], pattern);
        }
        else if (relationship.Length is null)
        {
            foreach (var step in Leaves(state, relationship.Symbol, relationship, pattern))
            {
                yield return step;
            }
        }
    }

    /// <summary>
    /// What looking for a relationship between two nodes costs: it walks one of them, or, of variable length, all that it leads to.
    /// </summary>
    private double IntoWork(PatternRelationship relationship, Symbol from, BoundPattern pattern)
    {
        const double WalkedPart = 0.2;
        var fanout = _cardinality.Fanout(relationship, from, pattern);
        return relationship.Length is null ? 1 + (WalkedPart * fanout) : 1 + fanout;
    }

    private Plan Expand(PatternState state, PatternRelationship relationship, Symbol from, bool isInto, BoundPattern pattern)
    {
        var share = isInto ? _cardinality.IntoShare(relationship, from, pattern) : _cardinality.Fanout(relationship, from, pattern);
        var rows = state.Plan.Rows * share;
        return relationship.Length is null
            ? new ExpandPlan(state.Plan, rows, from, relationship, isInto)
            : new VarExpandPlan(
                state.Plan, rows, from, relationship.Other(from), relationship, !ReferenceEquals(from, relationship.From), isInto, false);
    }

    /// <summary>Null where neither end is known, or what the group's predicates read is not.</summary>
    private RepeatPlan? Repeat(PatternState state, RepeatedPattern repetition)
    {
        var (fromKnown, toKnown) = (state.IsKnown(repetition.From), state.IsKnown(repetition.To));
        if (!(fromKnown || toKnown) || !repetition.Pattern.Predicates.All(state.IsComputable))
        {
            return null;
        }

        const double Fanout = 10;
        var isReversed = !fromKnown;
        var outer = repetition.Pattern.Predicates.SelectMany(static predicate => predicate.Reads()).Where(symbol => !repetition.Pattern.Introduces(symbol));
        var bound = new HashSet<Symbol>(outer) { isReversed ? repetition.End : repetition.Start };
        var inner = Plan(new ArgumentPlan(), bound, repetition.Pattern);
        var isInto = fromKnown && toKnown;
        return new RepeatPlan(state.Plan, state.Plan.Rows * (isInto ? 1 : Fanout), repetition, inner, isReversed, isInto);
    }

    private SelectPathsPlan PlanSelection(Plan input, IReadOnlySet<Symbol> bound, SelectedPattern selection)
    {
        var inner = Plan(new ArgumentPlan(), bound, selection.Pattern);
        var symbols = new List<Symbol>();
        for (Plan? at = inner; at is not null; at = at.Input)
        {
            symbols.AddRange(at.Introduces);
        }

        return new SelectPathsPlan(input, input.Rows, inner, selection, symbols);
    }

    private IEnumerable<PatternState> Leaves(PatternState state, Symbol entity, PatternRelationship? relationship, BoundPattern pattern)
    {
        var target = new LeafTarget(entity, relationship, state, statistics);
        foreach (var candidate in Rules.SelectMany(rule => rule.Propose(target)))
        {
            yield return Step(state, relationship, candidate.Plan, candidate.Plan.Rows, candidate.Settled, pattern);
        }
    }

    private PatternState Step(
        PatternState state, PatternRelationship? relationship, Plan plan, double work, IReadOnlyList<Expression> settled, BoundPattern pattern)
    {
        var next = state.Copy();
        next.Apply(plan, work, settled);
        if (relationship is not null)
        {
            next.Relationships.Remove(relationship);
        }

        next.ApplyPredicates(predicate => _cardinality.Selectivity(predicate, pattern));
        return next;
    }

    /// <summary>What needs nodes to be known first: shortest paths, then the paths that the query names.</summary>
    private Plan Finish(PatternState state, BoundPattern pattern)
    {
        foreach (var shortest in pattern.ShortestPaths)
        {
            var ofPath = shortest.IsSelector ? [] : state.Predicates.Where(predicate => IsAboutPath(predicate, shortest)).ToArray();
            var search = new ShortestPathPlan(state.Plan, state.Plan.Rows, shortest with { Predicates = [.. shortest.Predicates, .. ofPath] });
            state.Apply(search, state.Plan.Rows, ofPath);
            state.ApplyPredicates(predicate => _cardinality.Selectivity(predicate, pattern));
        }

        if (pattern.Paths.Count > 0)
        {
            state.Apply(new ProjectionPlan(state.Plan, state.Plan.Rows, pattern.Paths), 0);
            state.ApplyPredicates(predicate => _cardinality.Selectivity(predicate, pattern));
        }

        return state.Predicates.Count == 0
            ? state.Plan
            : throw new InvalidOperationException($"Predicates were left untested: {string.Join(" AND ", state.Predicates)}");
    }

    /// <summary>Whether a predicate decides which of the paths between two nodes counts.</summary>
    private static bool IsAboutPath(Expression predicate, ShortestPathPattern shortest)
    {
        var reads = predicate.Reads();
        return predicate is not RelationshipsDifferExpression
            && (reads.Contains(shortest.Path) || reads.Contains(shortest.Relationship.Symbol));
    }
}
