using System.Collections.Immutable;
using Graph.Model;

namespace Graph.Store.Provenance;

/// <summary>Reads the surroundings of entities off the affirmed facts of a document.</summary>
internal sealed class SurroundingsReader(GraphDocument document, IReadOnlyDictionary<string, Entity> entities)
{
    private const string OnBehalfOf = "onBehalfOf";

    private static readonly ImmutableHashSet<string> Belonging = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        RelationshipTypes.HoldsOffice, RelationshipTypes.Leads, RelationshipTypes.Represents, RelationshipTypes.MemberOf,
        RelationshipTypes.SpokespersonFor, RelationshipTypes.AideTo, RelationshipTypes.AgencyOf, RelationshipTypes.OfficeOf,
        RelationshipTypes.BasedIn);

    private static readonly ImmutableHashSet<string> Containment = ImmutableHashSet.Create(
        StringComparer.Ordinal, RelationshipTypes.LocatedIn, RelationshipTypes.CapitalOf);

    private readonly ILookup<string, Fact> from = Affirmed(document).ToLookup(fact => fact.From, StringComparer.Ordinal);
    private readonly ILookup<string, Fact> to = Affirmed(document).ToLookup(fact => fact.To, StringComparer.Ordinal);

    public Surroundings Of(Entity entity)
    {
        if (entity.Labels.Contains(Labels.Event, StringComparer.Ordinal))
        {
            var places = Sorted(from[entity.Id].Where(fact => fact.Type == RelationshipTypes.TookPlaceIn).Select(fact => fact.To));
            var containers = places.SelectMany(place => from[place]).Where(fact => Containment.Contains(fact.Type)).Select(fact => fact.To);
            var parties = Parties(entity.Id);
            return Surroundings.None with
            {
                Parties = [.. parties.Keys],
                Sides = [.. parties.Values],
                Places = places,
                Containers = Sorted(containers),
            };
        }

        if (!IsAny(entity.Id, Labels.Person, Labels.Organisation))
        {
            return Surroundings.None;
        }

        var near = Belongs(entity.Id).ToList();
        var far = near.Where(group => IsAny(group, Labels.Office, Labels.Organisation)).SelectMany(Belongs);
        return Surroundings.None with
        {
            States = Sorted(near.Concat(far).Where(group => IsAny(group, Labels.State))),
            Groups = Sorted(near.Where(group => IsAny(group, Labels.Organisation, Labels.Office))),
        };
    }

    /// <summary>Who took part, with the one on whose behalf.</summary>
    private SortedDictionary<string, string> Parties(string entity)
    {
        var parties = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var facts = to[entity].Where(fact => fact.Type is RelationshipTypes.ParticipantIn or RelationshipTypes.Initiated)
            .Select(fact => (Party: fact.From, Side: fact.Properties.GetValueOrDefault(OnBehalfOf) as string))
            .Concat(from[entity].Where(fact => fact.Type == RelationshipTypes.Targeted).Select(fact => (Party: fact.To, Side: (string?)null)));
        foreach (var group in facts.GroupBy(fact => fact.Party, StringComparer.Ordinal))
        {
            parties.Add(group.Key, group.Select(fact => fact.Side).OfType<string>().Order(StringComparer.Ordinal).FirstOrDefault() ?? group.Key);
        }

        return parties;
    }

    private IEnumerable<string> Belongs(string entity) => from[entity].Where(fact => Belonging.Contains(fact.Type)).Select(fact => fact.To);

    private bool IsAny(string id, params ReadOnlySpan<string> labels)
    {
        foreach (var label in labels)
        {
            if (entities[id].Labels.Contains(label, StringComparer.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<Fact> Affirmed(GraphDocument document) =>
        document.Facts.Where(fact => fact.Polarity && fact.Certainty != Certainty.Denied);

    private static ImmutableArray<string> Sorted(IEnumerable<string> ids) =>
        [.. ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
