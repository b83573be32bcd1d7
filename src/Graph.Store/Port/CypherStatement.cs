using System.Collections.Immutable;

namespace Graph.Store.Port;

/// <summary>Cypher text with its parameters.</summary>
/// <param name="Text">One statement, without a closing semicolon.</param>
/// <param name="Parameters">Values by name: null, bool, long, double, string, <c>IReadOnlyList&lt;object?&gt;</c>, <c>IReadOnlyDictionary&lt;string, object?&gt;</c>, DateOnly.</param>
public sealed record CypherStatement(string Text, IReadOnlyDictionary<string, object?> Parameters)
{
    /// <summary>A statement without parameters.</summary>
    public CypherStatement(string text) : this(text, ImmutableDictionary<string, object?>.Empty)
    {
    }
}
