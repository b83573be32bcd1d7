using Graph.Embedded.Execution;
using Graph.Embedded.Expressions;
using Graph.Embedded.Storage;

namespace Graph.Embedded.Binding;

/// <summary>A relationship of a pattern, from its left node to its right one.</summary>
/// <param name="Symbol">Its variable: an entity, or for variable length a list.</param>
/// <param name="Direction">As seen from <paramref name="From"/>.</param>
/// <param name="Types">Types of which it must have one; empty for any.</param>
/// <param name="Length">Set for variable length.</param>
/// <param name="IsBound">Whether the variable had a value before the pattern.</param>
internal sealed record PatternRelationship(
    Symbol Symbol, Symbol From, Symbol To, Direction Direction, IReadOnlyList<TokenName> Types, VariableLength? Length, bool IsBound)
{
    public Symbol Other(Symbol node) => ReferenceEquals(node, From) ? To : From;

    /// <summary>The direction as seen from one of its nodes.</summary>
    public Direction DirectionFrom(Symbol node) => ReferenceEquals(node, From) ? Direction : Direction.Reverse();
}

/// <summary>How often a relationship may repeat, and what must hold of each.</summary>
/// <param name="Maximum">Null for no bound.</param>
/// <param name="Hop">Variable of the relationship that the predicates test.</param>
internal sealed record VariableLength(long Minimum, long? Maximum, Symbol Hop, IReadOnlyList<Expression> HopPredicates);

/// <summary>A group that repeats: <c>((a)-[r]->(b) WHERE ...){1,3}</c>.</summary>
/// <param name="From">The node before it, equal to the first inner node of the first repetition.</param>
/// <param name="To">The node after it, equal to the last inner node of the last repetition.</param>
/// <param name="Start">First inner node.</param>
/// <param name="End">Last inner node.</param>
/// <param name="Pattern">What is matched for each repetition.</param>
/// <param name="Relationships">Its relationships in order.</param>
/// <param name="Groups">Inner variables and the lists they become outside.</param>
/// <param name="Trail">List of every relationship in order.</param>
internal sealed record RepeatedPattern(
    Symbol From, Symbol To, Symbol Start, Symbol End, BoundPattern Pattern, IReadOnlyList<Symbol> Relationships, long Minimum, long? Maximum,
    IReadOnlyList<(Symbol Inner, Symbol Group)> Groups, Symbol Trail);

/// <summary>What a shortest path search gives for a pair of nodes.</summary>
internal enum ShortestMode : byte
{
    /// <summary>One path.</summary>
    Single,

    /// <summary>Every path of the least length.</summary>
    All,

    /// <summary>The shortest paths, so many.</summary>
    Count,

    /// <summary>Every path of the least lengths, so many lengths.</summary>
    Groups,
}

/// <summary>A shortest path search between two nodes.</summary>
/// <param name="Relationship">What it follows.</param>
/// <param name="Path">Variable of the path.</param>
/// <param name="Count">Paths or groups wanted.</param>
/// <param name="Predicates">What must hold of the path as a whole for it to count.</param>
/// <param name="IsSelector">
/// Whether it was written with <c>SHORTEST</c>: then both ends may be one node, and WHERE sees only what was selected. With
/// <c>shortestPath()</c> the ends must differ, and WHERE says which paths count.
/// </param>
internal sealed record ShortestPathPattern(
    PatternRelationship Relationship, Symbol Path, ShortestMode Mode, int Count, IReadOnlyList<Expression> Predicates, bool IsSelector);

/// <summary>Every match of an inner pattern, of which the shortest are kept for each pair of end nodes.</summary>
/// <param name="Relationships">Variables, single or lists, whose relationships make the length.</param>
internal sealed record SelectedPattern(
    BoundPattern Pattern, Symbol From, Symbol To, IReadOnlyList<Symbol> Relationships, ShortestMode Mode, int Count);

/// <summary>What MATCH looks for, apart from predicates.</summary>
/// <param name="Nodes">Every node variable, hidden ones too.</param>
/// <param name="Predicates">What must hold of the variables, labels and properties of the pattern too.</param>
internal sealed record BoundPattern(
    IReadOnlyList<Symbol> Nodes, IReadOnlyList<PatternRelationship> Relationships, IReadOnlyList<RepeatedPattern> Repetitions,
    IReadOnlyList<ShortestPathPattern> ShortestPaths, IReadOnlyList<SelectedPattern> Selections, IReadOnlyList<BoundColumn> Paths,
    IReadOnlyList<Expression> Predicates)
{
    /// <summary>Whether a variable is of the pattern.</summary>
    public bool Introduces(Symbol symbol) => Nodes.Contains(symbol)
        || Selections.Any(selection => selection.Pattern.Introduces(symbol))
        || Relationships.Any(relationship => ReferenceEquals(relationship.Symbol, symbol))
        || Paths.Any(path => ReferenceEquals(path.Symbol, symbol))
        || ShortestPaths.Any(path => ReferenceEquals(path.Path, symbol) || ReferenceEquals(path.Relationship.Symbol, symbol))
        || Repetitions.Any(repetition => ReferenceEquals(repetition.Trail, symbol)
            || repetition.Groups.Any(group => ReferenceEquals(group.Group, symbol)));
}

internal static class DirectionExtensions
{
    public static Direction Reverse(this Direction direction) => direction switch
    {
        Direction.Outgoing => Direction.Incoming,
        Direction.Incoming => Direction.Outgoing,
        _ => Direction.Both,
    };
}
