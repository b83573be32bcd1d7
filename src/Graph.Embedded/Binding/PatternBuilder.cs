using Graph.Embedded.Expressions;
using Graph.Embedded.Parsing.Syntax;

namespace Graph.Embedded.Binding;

/// <summary>Gathers the parts of the patterns of one MATCH.</summary>
internal sealed class PatternBuilder
{
    private readonly List<Symbol> _nodes = [];

    public List<PatternRelationship> Relationships { get; } = [];

    public List<RepeatedPattern> Repetitions { get; } = [];

    public List<ShortestPathPattern> ShortestPaths { get; } = [];

    public List<SelectedPattern> Selections { get; } = [];

    public List<BoundColumn> Paths { get; } = [];

    public List<Expression> Predicates { get; } = [];

    /// <summary>Relationship variables that this MATCH introduces.</summary>
    public HashSet<Symbol> Fresh { get; } = [];

    public void AddNode(Symbol node)
    {
        if (!_nodes.Contains(node))
        {
            _nodes.Add(node);
        }
    }

    /// <summary>Within one MATCH no relationship is matched twice: a predicate for each pair that could be the same.</summary>
    public void AddUniqueness()
    {
        var relationships = Relationships.Select(static relationship => (relationship.Symbol, relationship.Types))
            .Concat(Repetitions.Select(static repetition =>
                (Symbol: repetition.Trail, Types: (IReadOnlyList<Execution.TokenName>)[.. repetition.Pattern.Relationships.SelectMany(static r => r.Types)])))
            .ToArray();
        for (var i = 0; i < relationships.Length; i++)
        {
            for (var j = i + 1; j < relationships.Length; j++)
            {
                if (MayShareType(relationships[i].Types, relationships[j].Types))
                {
                    Predicates.Add(new RelationshipsDifferExpression(relationships[i].Symbol, relationships[j].Symbol));
                }
            }
        }
    }

    public BoundPattern Build() => new(_nodes, Relationships, Repetitions, ShortestPaths, Selections, Paths, Predicates);

    private static bool MayShareType(IReadOnlyList<Execution.TokenName> left, IReadOnlyList<Execution.TokenName> right) =>
        left.Count == 0 || right.Count == 0 || left.Any(type => right.Any(other => other.Name == type.Name));
}

/// <summary>The variables of a pattern's elements.</summary>
internal sealed class PatternNames
{
    public Dictionary<NodePatternSyntax, Symbol> Nodes { get; } = new(ReferenceEqualityComparer.Instance);

    public Dictionary<RelationshipPatternSyntax, (Symbol Symbol, bool IsBound)> Relationships { get; } = new(ReferenceEqualityComparer.Instance);

    public Dictionary<PathPatternSyntax, Symbol> Paths { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>Inner variables of groups by name, each with the list it becomes outside.</summary>
    public Dictionary<QuantifiedPathSyntax, Dictionary<string, (Symbol Inner, Symbol Group)>> Groups { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>First and last node of a path and the variables of what lies between.</summary>
    public Dictionary<PathPatternSyntax, (Symbol From, Symbol To, Symbol[] Relationships)> Ends { get; } = new(ReferenceEqualityComparer.Instance);

    public bool IsDeclared(string name) => Nodes.Values.Any(symbol => symbol.Name == name)
        || Relationships.Values.Any(relationship => relationship.Symbol.Name == name);
}
