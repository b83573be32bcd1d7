using Graph.Extraction.Entities;
using Graph.Extraction.Facts;
using Graph.Model;

namespace Graph.Extraction.Documents;

/// <summary>Computes ids from what identifies an entity, never from the order of anything.</summary>
internal sealed class EntityIds(Article article, IReadOnlyList<FactDraft> facts)
{
    private readonly Dictionary<EntityDraft, string> ids = [];
    private readonly string articlePart = article.Id[(article.Id.IndexOf(':', StringComparison.Ordinal) + 1)..][..12];

    /// <summary>The id of an entity; the same whenever it is asked for.</summary>
    public string Of(EntityDraft entity)
    {
        if (!ids.TryGetValue(entity, out var id))
        {
            id = Compute(entity);
            ids[entity] = id;
        }

        return id;
    }

    private string Compute(EntityDraft entity) => entity.Kind switch
    {
        EntityKind.Person => "person:" + NameText.Slug(entity.Name),
        EntityKind.State => "state:" + entity.State!.Iso3,
        EntityKind.Organisation => "org:" + Qualified(entity),
        EntityKind.Place => "place:" + Qualified(entity),
        EntityKind.Office => $"office:{NameText.Slug(entity.Qualifier)}{OwnerPart(entity)}",
        EntityKind.Statement => $"statement:{articlePart}:{entity.Qualifier}",
        EntityKind.Source => $"source:{articlePart}:{entity.Qualifier}",
        _ => OfEvent(entity),
    };

    // What is named is the same in every article; "the rebels" are those of this article unless it says whose they are.
    private string Qualified(EntityDraft entity)
    {
        var slug = NameText.Slug(entity.Name);
        var country = entity.Place?.Country ?? entity.Qualifier;
        return entity.IsNamed ? slug + (country.Length > 0 && entity.Organisation is null ? "@" + country : "") : $"{slug}@{articlePart}";
    }

    private string OwnerPart(EntityDraft office)
    {
        var owner = facts.FirstOrDefault(fact => fact.From == office && fact.Type == RelationshipTypes.OfficeOf)?.To;
        return owner is null ? "@" + articlePart : "@" + Of(owner);
    }

    // Type, date, parties and place; an event without a date or without parties is this article's own.
    private string OfEvent(EntityDraft entity)
    {
        var parties = facts.Where(fact => (fact.To == entity || fact.From == entity) && IsParty(fact))
            .Select(fact => Of(fact.To == entity ? fact.From : fact.To))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var date = entity.Properties.GetValueOrDefault("date") as string ?? "";
        var scope = date.Length == 0 || parties.Count == 0 ? articlePart + "|" + NameText.Slug(entity.Name) : "";
        var kind = entity.Kind.ToString().ToLowerInvariant();
        return $"{kind}:{ContentHash.Short([kind, date, scope, .. parties])[..20]}";
    }

    private static bool IsParty(FactDraft fact) =>
        fact.Type is RelationshipTypes.ParticipantIn or RelationshipTypes.Initiated or RelationshipTypes.Targeted or RelationshipTypes.TookPlaceIn
            or RelationshipTypes.Proposed or RelationshipTypes.PartyTo
        && fact.From.Kind is EntityKind.Person or EntityKind.State or EntityKind.Organisation or EntityKind.Place or EntityKind.Meeting or EntityKind.Attack
            or EntityKind.Conflict or EntityKind.Action or EntityKind.Agreement or EntityKind.Policy or EntityKind.Trip
        && (fact.From.Kind.IsActor() || fact.From.Kind == EntityKind.Place || fact.To.Kind.IsActor() || fact.To.Kind == EntityKind.Place);
}
