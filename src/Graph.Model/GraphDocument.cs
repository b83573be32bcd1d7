using System.Collections.Immutable;

namespace Graph.Model;

/// <summary>What one article says: the result of extraction, the input of the graph writes.</summary>
public sealed record GraphDocument
{
    public required Article Article { get; init; }

    /// <summary>Sentences in order; index 0 is the headline.</summary>
    public required ImmutableArray<TextSpan> Sentences { get; init; }

    /// <summary>Entities, ordinally sorted by id.</summary>
    public required ImmutableArray<Entity> Entities { get; init; }

    /// <summary>Facts, ordinally sorted by from, type, to, qualifier.</summary>
    public required ImmutableArray<Fact> Facts { get; init; }
}
