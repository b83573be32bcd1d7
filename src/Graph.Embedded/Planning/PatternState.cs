using Graph.Embedded.Binding;
using Graph.Embedded.Expressions;

namespace Graph.Embedded.Planning;

/// <summary>A plan for a part of a pattern: what it knows, what is still to do, what it costs.</summary>
internal sealed class PatternState
{
    /// <summary>What testing a predicate costs, against giving a row.</summary>
    private const double PredicateCost = 0.3;

    private readonly HashSet<Symbol> _open;

    public PatternState(Plan plan, BoundPattern pattern, IReadOnlySet<Symbol> bound)
    {
        Plan = plan;
        Nodes = [.. pattern.Nodes.Where(node => !bound.Contains(node))];
        Relationships = [.. pattern.Relationships];
        Predicates = [.. pattern.Predicates];
        _open = [.. Nodes, .. pattern.Relationships.Where(static r => !r.IsBound).Select(static r => r.Symbol)];
        _open.UnionWith(pattern.Paths.Select(static path => path.Symbol));
        _open.UnionWith(pattern.ShortestPaths.SelectMany(static path => new[] { path.Path, path.Relationship.Symbol }));
        _open.UnionWith(pattern.Repetitions.SelectMany(static repetition => repetition.Groups.Select(static group => group.Group).Append(repetition.Trail)));
        _open.UnionWith(pattern.Selections.SelectMany(selection => SymbolsOf(selection.Pattern)).Where(symbol => !bound.Contains(symbol)));
        Repetitions = [.. pattern.Repetitions];
    }

    private PatternState(PatternState other)
    {
        Plan = other.Plan;
        Cost = other.Cost;
        Nodes = [.. other.Nodes];
        Relationships = [.. other.Relationships];
        Repetitions = [.. other.Repetitions];
        Predicates = [.. other.Predicates];
        _open = [.. other._open];
    }

    public Plan Plan { get; private set; }

    /// <summary>Rows that all its operators give, together: what running it costs.</summary>
    public double Cost { get; private set; }

    /// <summary>Nodes not known yet.</summary>
    public List<Symbol> Nodes { get; }

    /// <summary>Relationships not followed yet.</summary>
    public List<PatternRelationship> Relationships { get; }

    /// <summary>Groups not repeated yet.</summary>
    public List<RepeatedPattern> Repetitions { get; }

    /// <summary>Predicates not tested yet.</summary>
    public List<Expression> Predicates { get; }

    public PatternState Copy() => new(this);

    public bool IsKnown(Symbol symbol) => !_open.Contains(symbol);

    public bool IsComputable(Expression expression) => !expression.Reads().Overlaps(_open);

    public void MarkKnown(IEnumerable<Symbol> symbols) => _open.ExceptWith(symbols);

    /// <summary>Adds an operator; what it introduces is known from then on, and predicates that it settles are done.</summary>
    public void Apply(Plan plan, double work, IEnumerable<Expression>? settled = null)
    {
        Plan = plan;
        Cost += work;
        foreach (var symbol in plan.Introduces)
        {
            _open.Remove(symbol);
            Nodes.Remove(symbol);
        }

        foreach (var predicate in settled ?? [])
        {
            Predicates.Remove(predicate);
        }
    }

    /// <summary>Tests every predicate whose variables are known.</summary>
    public void ApplyPredicates(Func<Expression, double> selectivity)
    {
        var ready = Predicates.Where(IsComputable).ToArray();
        if (ready.Length == 0)
        {
            return;
        }

        var rows = Plan.Rows;
        foreach (var predicate in ready)
        {
            rows *= selectivity(predicate);
            Predicates.Remove(predicate);
        }

        Cost += PredicateCost * ready.Length * Plan.Rows;

        // Cheap tests first: those of variables alone before those that read the graph.
        Plan = new FilterPlan(Plan, rows, [.. ready.OrderBy(CostOf)]);
    }

    private static IEnumerable<Symbol> SymbolsOf(BoundPattern pattern) =>
    [
        .. pattern.Nodes, .. pattern.Relationships.Select(static relationship => relationship.Symbol),
        .. pattern.Repetitions.SelectMany(static repetition => repetition.Groups.Select(static group => group.Group).Append(repetition.Trail)),
    ];

    private static int CostOf(Expression predicate) => predicate switch
    {
        RelationshipsDifferExpression => 0,
        LabelExpression => 1,
        _ => predicate.DescendantsAndSelf().Any(static part => part is SubqueryExpression) ? 3 : 2,
    };
}
