using Graph.Embedded.Binding;
using Graph.Embedded.Expressions;

namespace Graph.Embedded.Planning;

/// <summary>Follows a relationship from a node that is known.</summary>
/// <param name="IsInto">Whether the node at the other end is known too.</param>
internal sealed record ExpandPlan(Plan Input, double Rows, Symbol From, PatternRelationship Relationship, bool IsInto) : Plan(Input, Rows)
{
    /// <summary>Relationships that it must not follow again.</summary>
    public IReadOnlyList<Symbol> Excluded { get; init; } = [];

    public Symbol To => Relationship.Other(From);

    public override IEnumerable<Symbol> AlsoReads => [From, .. IsInto ? new[] { To } : [], .. Excluded];

    public override string Name => IsInto ? "Expand(Into)" : "Expand(All)";

    public override string Details => PatternText.Of(Relationship, From, To)
        + string.Concat(Excluded.Select(excluded => $" AND NOT {Relationship.Symbol} = {excluded}"));

    public override IReadOnlyList<Symbol> Introduces => IsInto ? [Relationship.Symbol] : [Relationship.Symbol, To];
}

/// <summary>Follows a relationship of variable length from a node that is known.</summary>
/// <param name="IsReversed">Whether it walks from the pattern's right to its left, so that the list must be turned round.</param>
/// <param name="IsPruning">Whether each end node is wanted once, whatever the paths to it.</param>
internal sealed record VarExpandPlan(
    Plan Input, double Rows, Symbol From, Symbol To, PatternRelationship Relationship, bool IsReversed, bool IsInto, bool IsPruning)
    : Plan(Input, Rows)
{
    /// <summary>Whether anything reads the list of relationships.</summary>
    public bool NeedsList { get; init; } = true;

    public override IEnumerable<Expression> Expressions => Relationship.Length!.HopPredicates;

    public override IEnumerable<Symbol> AlsoReads => IsInto ? [From, To] : [From];

    public override string Name => IsPruning ? "VarLengthExpand(Pruning,BFS)" : IsInto ? "VarLengthExpand(Into)" : "VarLengthExpand(All)";

    public override string Details => PatternText.Of(Relationship, From, To);

    public override IReadOnlyList<Symbol> Introduces => IsInto ? [Relationship.Symbol] : [Relationship.Symbol, To];
}

/// <summary>The ends of a relationship that is known.</summary>
internal sealed record ProjectEndpointsPlan(Plan Input, double Rows, PatternRelationship Relationship, bool IsFromBound, bool IsToBound)
    : Plan(Input, Rows)
{
    public override IEnumerable<Symbol> AlsoReads => [Relationship.Symbol, Relationship.From, Relationship.To];

    public override string Name => "ProjectEndpoints";

    public override string Details => PatternText.Of(Relationship);

    public override IReadOnlyList<Symbol> Introduces =>
        [.. IsFromBound ? [] : new[] { Relationship.From }, .. IsToBound ? [] : new[] { Relationship.To }];
}

internal sealed record ShortestPathPlan(Plan Input, double Rows, ShortestPathPattern Pattern) : Plan(Input, Rows)
{
    public override IEnumerable<Expression> Expressions => Pattern.Relationship.Length!.HopPredicates.Concat(Pattern.Predicates);

    public override IEnumerable<Symbol> AlsoReads => [Pattern.Relationship.From, Pattern.Relationship.To];

    public override string Name => "ShortestPath";

    public override string Details => $"{(Pattern.Mode == ShortestMode.Single ? "shortestPath" : "allShortestPaths")}({PatternText.Of(Pattern.Relationship)})";

    public override IReadOnlyList<Symbol> Introduces => [Pattern.Relationship.Symbol, Pattern.Path];
}

/// <summary>Repeats a group from a node that is known.</summary>
/// <param name="Inner">One repetition, from the node where the last one ended.</param>
/// <param name="IsReversed">Whether it walks from the pattern's right to its left.</param>
internal sealed record RepeatPlan(Plan Input, double Rows, RepeatedPattern Pattern, Plan Inner, bool IsReversed, bool IsInto) : Plan(Input, Rows)
{
    public override IEnumerable<Symbol> AlsoReads =>
        [Pattern.From, Pattern.To, .. Pattern.Pattern.Nodes, .. Pattern.Relationships];

    public override string Name => IsInto ? "Repeat(Into)" : "Repeat(Trail)";

    public override string Details => $"({Pattern.From}) (...){{{Pattern.Minimum}, {Pattern.Maximum?.ToString() ?? "*"}}} ({Pattern.To})";

    public override IReadOnlyList<Plan> Others => [Inner];

    public override IReadOnlyList<Symbol> Introduces =>
        [.. Pattern.Groups.Select(static group => group.Group), Pattern.Trail, .. IsInto ? [] : new[] { IsReversed ? Pattern.From : Pattern.To }];
}

/// <summary>The shortest matches of a pattern for each pair of end nodes.</summary>
internal sealed record SelectPathsPlan(Plan Input, double Rows, Plan Inner, SelectedPattern Pattern, IReadOnlyList<Symbol> Symbols) : Plan(Input, Rows)
{
    public override IEnumerable<Symbol> AlsoReads => Symbols;

    public override string Name => "StatefulShortestPath(All)";

    public override string Details => $"({Pattern.From}) -> ({Pattern.To}) {Pattern.Mode} {Pattern.Count}";

    public override IReadOnlyList<Plan> Others => [Inner];

    public override IReadOnlyList<Symbol> Introduces => Symbols;
}

internal sealed record FilterPlan(Plan Input, double Rows, IReadOnlyList<Expression> Predicates) : Plan(Input, Rows)
{
    public override IEnumerable<Expression> Expressions => Predicates;

    public override string Name => "Filter";

    public override string Details => string.Join(" AND ", Predicates);
}

/// <summary>Joins rows that agree on expressions; the right side is held in memory.</summary>
internal sealed record HashJoinPlan(
    Plan Input, double Rows, Plan Right, IReadOnlyList<Expression> LeftKeys, IReadOnlyList<Expression> RightKeys, IReadOnlyList<Symbol> RightSymbols)
    : Plan(Input, Rows)
{
    private bool IsOfNodes => LeftKeys.All(static key => key is SymbolExpression { Symbol.IsNode: true });

    public override IEnumerable<Expression> Expressions => LeftKeys.Concat(RightKeys);

    public override IEnumerable<Symbol> AlsoReads => RightSymbols.Where(static symbol => !symbol.IsHidden);

    public override string Name => IsOfNodes ? "NodeHashJoin" : "ValueHashJoin";

    public override string Details => IsOfNodes
        ? string.Join(", ", LeftKeys)
        : string.Join(" AND ", LeftKeys.Select((key, i) => $"{key} = {RightKeys[i]}"));

    public override IReadOnlyList<Plan> Others => [Right];

    public override IReadOnlyList<Symbol> Introduces => RightSymbols;
}
