using System.Collections.Immutable;
using Graph.Model;

namespace Graph.Store.Provenance;

/// <summary>One article's description of one entity: the unit that resolution works on.</summary>
/// <param name="Article">Id of the article.</param>
/// <param name="LocalId">Id of the entity as extracted from the article.</param>
/// <param name="DocDate">Publication date of the article, yyyy-MM-dd; null where unknown.</param>
/// <param name="MentionCount">How often the article mentions it.</param>
/// <param name="Claim">What the article says it is.</param>
public sealed record EntityRecord(string Article, string LocalId, string? DocDate, long MentionCount, EntityClaim Claim)
{
    /// <summary>Unique id of the record.</summary>
    public string Id => IdOf(Article, LocalId);

    /// <summary>Id of the record of <paramref name="localId"/> in <paramref name="article"/>.</summary>
    public static string IdOf(string article, string localId) => $"record:{ProvenanceIds.Suffix(article)}:{localId}";

    /// <summary>For an event: the entities that its parties are resolved to.</summary>
    public ImmutableArray<string> ResolvedParties { get; init; } = Claim.Surroundings.Parties;

    /// <summary>The most specific label.</summary>
    public string Kind => Claim.Labels[0];

    /// <summary>Whether the entity is an event of any kind.</summary>
    public bool IsEvent => Claim.Is(Labels.Event);
}
