using System.Collections.Immutable;

namespace Graph.Model;

/// <summary>A typed relationship between two entities, with everything it rests on.</summary>
public sealed record Fact
{
    /// <summary>Id of the entity the relationship starts from.</summary>
    public required string From { get; init; }

    /// <summary>One of <see cref="RelationshipTypes"/>.</summary>
    public required string Type { get; init; }

    /// <summary>Id of the entity the relationship ends at.</summary>
    public required string To { get; init; }

    /// <summary>What tells apart two facts of one type between the same two: date of a journey, <c>via</c> of a derived edge, what is demanded. Empty where nothing does.</summary>
    public string Qualifier { get; init; } = "";

    /// <summary>Strongest reading over the evidence.</summary>
    public required Certainty Certainty { get; init; }

    /// <summary>False where the text says that it is not so.</summary>
    public bool Polarity { get; init; } = true;

    /// <summary>Further properties by name; values are string, long, double, bool or a list of strings.</summary>
    public ImmutableSortedDictionary<string, object> Properties { get; init; } = PropertyMap.Empty;

    /// <summary>At least one passage, in order of position.</summary>
    public required ImmutableArray<Evidence> Evidence { get; init; }

    /// <summary>Unique key of the fact: hash of from, type, to, qualifier and polarity.</summary>
    public string Id => IdOf(From, Type, To, Qualifier, Polarity);

    /// <summary>The key of a fact with these parts.</summary>
    public static string IdOf(string from, string type, string to, string qualifier, bool polarity) =>
        "fact:" + ContentHash.Short(from, type, to, qualifier, polarity ? "+" : "-");
}
