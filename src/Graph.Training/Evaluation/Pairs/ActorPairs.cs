using System.Collections.Frozen;
using Graph.Model;
using static Graph.Model.RelationshipTypes;

namespace Graph.Training.Evaluation.Pairs;

/// <summary>Who does something to whom in a graph, by the codes of the actors.</summary>
/// <remarks>
/// A fact joins those at its ends; an event or a deal joins who does it, or takes a stand on it, to whom it is done to, and
/// those who take part in it to each other. An actor stands for those that it is called after and for those whose office,
/// agency or envoy it is.
/// </remarks>
internal sealed class ActorPairs
{
    private static readonly FrozenSet<string> Sides =
        FrozenSet.Create(StringComparer.Ordinal, HoldsOffice, OfficeOf, AgencyOf, Represents, SpokespersonFor, Leads);

    // What somebody is or where something lies is nothing that is done, and a statement about somebody is not done to him.
    private static readonly FrozenSet<string> NoDeeds =
        FrozenSet.Create(StringComparer.Ordinal, HoldsOffice, OfficeOf, AgencyOf, Represents, SpokespersonFor, LocatedIn, BasedIn, CapitalOf, PartOf, TookPlaceIn, Said, Reported, PublishedOn);

    private static readonly FrozenSet<string> Shares = FrozenSet.Create(StringComparer.Ordinal, ParticipantIn, PartyTo, Signed);

    private static readonly FrozenSet<string> DoneTo = FrozenSet.Create(StringComparer.Ordinal, Targeted, Benefits, About);

    private static readonly FrozenSet<string> DoneBy = FrozenSet.Create(StringComparer.Ordinal, Initiated, Proposed, ParticipantIn, PartyTo);

    private readonly GraphDocument document;
    private readonly Dictionary<string, HashSet<string>> codes;
    private readonly HashSet<(string, string)> pairs = [];

    private ActorPairs(GraphDocument document, ActorNames names)
    {
        this.document = document;
        codes = document.Entities.ToDictionary(
            entity => entity.Id,
            entity => IsActor(entity) ? entity.Aliases.Prepend(entity.Name).SelectMany(names.CodesIn).ToHashSet(StringComparer.Ordinal) : [],
            StringComparer.Ordinal);
    }

    /// <summary>The pairs of different actors, source first.</summary>
    public static IReadOnlySet<(string Source, string Target)> Of(GraphDocument document, ActorNames names)
    {
        var reader = new ActorPairs(document, names);
        reader.AddSides();
        reader.AddFacts();
        reader.AddEvents();
        return reader.pairs;
    }

    private static bool IsActor(Entity entity) => entity.Labels[0] is Labels.Person or Labels.State or Labels.Organisation or Labels.Place;

    // Twice, since an office stands between its holder and the state.
    private void AddSides()
    {
        for (var round = 0; round < 2; round++)
        {
            foreach (var fact in document.Facts.Where(fact => Sides.Contains(fact.Type)))
            {
                codes[fact.From].UnionWith(codes[fact.To]);
            }
        }
    }

    private void AddFacts()
    {
        foreach (var fact in document.Facts.Where(fact => !NoDeeds.Contains(fact.Type)))
        {
            Add(fact.From, fact.To);
            if (Symmetric.Contains(fact.Type))
            {
                Add(fact.To, fact.From);
            }
        }
    }

    private void AddEvents()
    {
        foreach (var facts in document.Facts.Where(fact => !NoDeeds.Contains(fact.Type)).GroupBy(fact => fact.To))
        {
            foreach (var deed in facts)
            {
                foreach (var effect in document.Facts.Where(fact => fact.From == facts.Key && DoneTo.Contains(fact.Type)))
                {
                    Add(deed.From, effect.To);
                }

                foreach (var other in facts.Where(other => other != deed && (DoneBy.Contains(other.Type) || (Shares.Contains(other.Type) && Shares.Contains(deed.Type)))))
                {
                    Add(deed.From, other.From);
                }
            }
        }
    }

    private void Add(string from, string to)
    {
        foreach (var source in codes[from])
        {
            foreach (var target in codes[to].Where(target => target != source))
            {
                pairs.Add((source, target));
            }
        }
    }
}
