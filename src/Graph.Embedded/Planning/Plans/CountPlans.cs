using Graph.Embedded.Binding;
using Graph.Embedded.Execution;

namespace Graph.Embedded.Planning;

/// <summary>The number of nodes, of a label or all, from the counts that storage keeps.</summary>
internal sealed record NodeCountPlan(Plan Input, TokenName? Label, IReadOnlyList<Symbol> Counts) : Plan(Input, 1)
{
    public override string Name => "NodeCountFromCountStore";

    public override string Details => $"count( ({(Label is null ? "" : ":" + Label.Name)}) )";

    public override IReadOnlyList<Symbol> Introduces => Counts;
}

/// <summary>The number of directed relationships, of types or all, from the counts that storage keeps.</summary>
internal sealed record RelationshipCountPlan(Plan Input, IReadOnlyList<TokenName> Types, IReadOnlyList<Symbol> Counts) : Plan(Input, 1)
{
    public override string Name => "RelationshipCountFromCountStore";

    public override string Details => $"count( ()-[{(Types.Count == 0 ? "" : ":" + string.Join('|', Types.Select(static type => type.Name)))}]->() )";

    public override IReadOnlyList<Symbol> Introduces => Counts;
}

/// <summary>When a relationship that the pattern followed before is among those that a degree counts.</summary>
internal enum ExclusionCase : byte
{
    /// <summary>It always is.</summary>
    Always,

    /// <summary>Only as a loop: it points the other way.</summary>
    IfLoop,

    /// <summary>Its ends and type must be looked at.</summary>
    ByRecord,
}

/// <param name="Other">The node at its other end, where it is known to be at the node counted.</param>
internal sealed record DegreeExclusion(Symbol Relationship, ExclusionCase Case, Symbol? Other);

/// <summary>How many relationships a node has, in place of the rows that following them would give.</summary>
/// <param name="Excluded">Relationships that are not counted.</param>
/// <param name="Degree">Gets the number; rows with none are left out.</param>
internal sealed record DegreePlan(Plan Input, double Rows, Symbol From, PatternRelationship Relationship, IReadOnlyList<DegreeExclusion> Excluded, Symbol Degree)
    : Plan(Input, Rows)
{
    public override IEnumerable<Symbol> AlsoReads =>
        [From, .. Excluded.Select(static excluded => excluded.Relationship), .. Excluded.Select(static excluded => excluded.Other).OfType<Symbol>()];

    public override string Name => "GetDegree";

    public override string Details => PatternText.Of(Relationship, From, Relationship.Other(From))
        + string.Concat(Excluded.Select(excluded => $" AND NOT {Relationship.Symbol} = {excluded.Relationship}"));

    public override IReadOnlyList<Symbol> Introduces => [Degree];
}
