using Graph.Embedded.Parsing.Syntax;

namespace Graph.Embedded.Binding;

/// <summary>Gathers what the patterns of a CREATE or MERGE make.</summary>
internal sealed class CreationBuilder(string clause)
{
    private readonly HashSet<NodePatternSyntax> _created = new(ReferenceEqualityComparer.Instance);

    public string Clause { get; } = clause;

    public Dictionary<NodePatternSyntax, Symbol> Nodes { get; } = new(ReferenceEqualityComparer.Instance);

    public Dictionary<RelationshipPatternSyntax, Symbol> Relationships { get; } = new(ReferenceEqualityComparer.Instance);

    public Dictionary<PathPatternSyntax, Symbol> Paths { get; } = new(ReferenceEqualityComparer.Instance);

    public List<NodeCreation> NodeCreations { get; } = [];

    public List<RelationshipCreation> RelationshipCreations { get; } = [];

    public List<BoundColumn> PathColumns { get; } = [];

    /// <summary>Variables of unknown type that the pattern uses as nodes, and their checked copies.</summary>
    public List<(Symbol Source, Symbol Entity)> Casts { get; } = [];

    /// <summary>Marks a node of the pattern as one to make, rather than one that is there.</summary>
    public Symbol Create(Symbol symbol, NodePatternSyntax node)
    {
        _created.Add(node);
        return symbol;
    }

    public bool IsCreated(NodePatternSyntax node) => _created.Contains(node);

    public BoundCreate Build() => new(NodeCreations, RelationshipCreations, PathColumns);
}
