using System.Collections.Immutable;
using Graph.Extraction.Entities;

namespace Graph.Extraction.Events;

/// <summary>Joins the mentions of one event or deal, however it is named.</summary>
/// <remarks>
/// A mention joins the most recent cluster of its family that nothing speaks against, if it points back (a definite phrase)
/// or shares who takes part. Dates of day precision, agents, patients and sides that differ speak against it.
/// </remarks>
internal sealed class EventClusterer(EntityTable entities, Sides sides)
{
    private const int LastOfLead = 4;

    private readonly List<EventCluster> clusters = [];

    /// <summary>Clusters of the mentions, which come in text order.</summary>
    public ImmutableArray<EventCluster> Cluster(IEnumerable<EventMention> mentions)
    {
        foreach (var mention in mentions)
        {
            if (Find(mention) is { } cluster)
            {
                cluster.Add(mention);
            }
            else
            {
                clusters.Add(new EventCluster(mention));
            }
        }

        return [.. clusters];
    }

    private EventCluster? Find(EventMention mention)
    {
        EventCluster? best = null;
        var bestWeight = 0;
        for (var i = clusters.Count - 1; i >= 0; i--)
        {
            if (SameFamily(clusters[i], mention) && !Contradicts(clusters[i], mention) && Joins(clusters[i], mention) && Weight(clusters[i], mention) is var weight && weight > bestWeight)
            {
                (best, bestWeight) = (clusters[i], weight);
            }
        }

        return best;
    }

    // What is shared counts most; then what is known of the cluster at all: "the talks" are those that the article is about.
    private int Weight(EventCluster cluster, EventMention mention) =>
        1 + (SharesParts(cluster, mention) ? 8 : 0) + (HasParts(cluster) ? 4 : 0) + (SameDay(cluster, mention) ? 2 : 0) + (cluster.HasLemma(mention.Lemma) ? 1 : 0)
        + (mention.Class.Kind == EntityKind.Meeting ? Math.Min(cluster.Mentions.Count, 3) : 0);

    private bool HasParts(EventCluster cluster) =>
        cluster.In(EventRole.Party, entities).Count > 0 || cluster.In(EventRole.Agent, entities).Count > 0 || cluster.In(EventRole.Patient, entities).Count > 0;

    private static bool SameDay(EventCluster cluster, EventMention mention) =>
        mention.Date?.Value is { } day && cluster.Mentions.Any(other => other.Date?.Value == day);

    // An invasion and the war that it began are one where the same parties are in both.
    private static bool SameFamily(EventCluster cluster, EventMention mention)
    {
        var kind = cluster.Mentions[0].Class.Kind;
        return kind == mention.Class.Kind
            || (kind is EntityKind.Attack or EntityKind.Conflict && mention.Class.Kind is EntityKind.Attack or EntityKind.Conflict
                && (cluster.HasClass("invasion") || cluster.HasClass("war")) && mention.Class.Name is "invasion" or "war" or "attack" or "conflict");
    }

    private bool Contradicts(EventCluster cluster, EventMention mention)
    {
        if (mention.Date?.Value is { } date && cluster.Mentions.Any(other => other.Date is { Precision: Language.DatePrecision.Day, Value: { } known }
            && mention.Date.Precision == Language.DatePrecision.Day && known != date))
        {
            return true;
        }

        return mention.Class.Kind == EntityKind.Meeting
            ? PartiesDiffer(cluster, mention) || PlacesDiffer(cluster, mention) || (mention.Class.Mode.Length > 0 && cluster.Mentions[0].Class.Mode != mention.Class.Mode && mention.Phrase is not null)
            : RolesDiffer(cluster, mention, EventRole.Agent) || RolesDiffer(cluster, mention, EventRole.Patient)
                || (mention.Class.Kind == EntityKind.Agreement && PartiesAreOthers(cluster, mention));
    }

    private bool PartiesDiffer(EventCluster cluster, EventMention mention)
    {
        // "has spoken with him, but also met him": no call.
        if (mention.Phrase is null && mention.Class.Mode.Length == 0 && mention.Lemma == "meet" && cluster.Mentions[0].Class.Mode.Length > 0)
        {
            return true;
        }

        if ((mention.Phrase is null || !mention.IsDefinite) && PersonsDiffer(cluster, mention))
        {
            return true;
        }

        // Who attends "the talks" is one more at the table; only who the phrase itself names can speak against it.
        var known = cluster.In(EventRole.Party, entities).Select(sides.Of).ToHashSet();
        var own = mention.Arguments.Where(argument => argument.Role == EventRole.Party && (argument.Cue == mention.Head || !mention.IsDefinite || !mention.IsAttended))
            .SelectMany(argument => entities.All(mention.Sentence, argument.Token)).Select(sides.Of).ToHashSet();
        var shared = own.Count(known.Contains);
        return own.Count > shared && known.Count > shared && shared < 2 && (own.Count > 0 && known.Count > 0);
    }

    // Talks in Muscat are not those in Ankara; a city and its state do not contradict.
    private bool PlacesDiffer(EventCluster cluster, EventMention mention)
    {
        var known = cluster.In(EventRole.Place, entities).Where(place => place.Kind == EntityKind.Place).ToHashSet();
        var own = EventCluster.EntitiesIn(mention, EventRole.Place, entities).Where(place => place.Kind == EntityKind.Place).ToList();
        return known.Count > 0 && own.Count > 0 && !own.Exists(known.Contains);
    }

    // "also met President Aksoy" after meeting his minister: another of the same side, so another meeting.
    private bool PersonsDiffer(EventCluster cluster, EventMention mention)
    {
        var known = cluster.In(EventRole.Party, entities).Where(party => party.Kind == EntityKind.Person).ToLookup(sides.Of);
        return EventCluster.EntitiesIn(mention, EventRole.Party, entities).Where(party => party.Kind == EntityKind.Person)
            .GroupBy(sides.Of).Any(group => known[group.Key].Any() && !known[group.Key].Any(group.Contains));
    }

    private bool RolesDiffer(EventCluster cluster, EventMention mention, EventRole role)
    {
        var known = cluster.In(role, entities).Select(sides.Of).ToHashSet();
        var own = EventCluster.EntitiesIn(mention, role, entities).Select(sides.Of).ToHashSet();
        return known.Count > 0 && own.Count > 0 && !known.Overlaps(own);
    }

    private bool Joins(EventCluster cluster, EventMention mention)
    {
        if (SharesParts(cluster, mention))
        {
            return true;
        }

        if (mention.Phrase is null)
        {
            return IsOfHeadline(cluster, mention);
        }

        var hasParts = mention.Arguments.Any(argument => argument.Role is EventRole.Agent or EventRole.Patient or EventRole.Party);
        if (mention.Class.Kind == EntityKind.Meeting && !mention.IsDefinite && IsAmongParties(cluster, mention))
        {
            return true;
        }

        return mention.IsDefinite
            ? cluster.HasLemma(mention.Lemma) || (IsGeneric(mention) && !IsQuarrel(cluster, mention))
            : !hasParts && mention.Sentence == cluster.Last.Sentence && mention.Class.Kind == EntityKind.Attack;
    }

    // "Joint Statement of the Envoys' Meeting", and below it "Representatives of ... met in Geneva": the lead tells of what the headline names.
    private bool IsOfHeadline(EventCluster cluster, EventMention mention) =>
        mention.Class.Kind == EntityKind.Meeting && mention.Sentence <= LastOfLead && cluster.Mentions[0] is { Sentence: 0, Phrase: not null } headline
        && headline.Class.Mode.Length == 0 && cluster.Mentions.Count == 1 && cluster.In(EventRole.Party, entities).Count == 0;

    // "talks with the U.S." after talks between the U.S. and Ukraine; "the progress of talks".
    private bool IsAmongParties(EventCluster cluster, EventMention mention)
    {
        if (mention.Phrase is { } phrase && phrase.First == mention.Head && mention.Arguments.Count == 0)
        {
            return HasParts(cluster) && cluster.HasClass(mention.Class.Name);
        }

        var known = cluster.In(EventRole.Party, entities).Select(sides.Of).ToHashSet();
        var own = EventCluster.EntitiesIn(mention, EventRole.Party, entities).Select(sides.Of).ToHashSet();
        return known.Count >= 2 && own.Count > 0 && known.IsSupersetOf(own) && cluster.HasClass(mention.Class.Name);
    }

    // "the war" is no quarrel that was told of before it.
    private static bool IsQuarrel(EventCluster cluster, EventMention mention) =>
        mention.Class.Kind == EntityKind.Conflict
        && !(cluster.HasClass("war") || cluster.HasClass("invasion") || cluster.HasLemma("conflict") || cluster.HasLemma("war") || cluster.HasLemma("fighting"));

    // "the meeting" takes up talks, "the attack" a raid, "the deal" a treaty.
    private static bool IsGeneric(EventMention mention) => mention.Class.Kind switch
    {
        EntityKind.Meeting => mention.Class.Mode.Length == 0,
        EntityKind.Attack => mention.Class.Name == "attack" && !mention.Lemma.Contains(' ', StringComparison.Ordinal),
        EntityKind.Agreement => mention.Class.Name is "agreement" && mention.Lemma is "deal" or "agreement" or "accord" or "treaty" or "pact",
        EntityKind.Conflict => mention.Lemma is "conflict" or "war" or "fighting",
        EntityKind.Policy => mention.Lemma is "move" or "decision" or "measure" or "step",
        _ => false,
    };

    private bool SharesParts(EventCluster cluster, EventMention mention)
    {
        if (mention.Class.Kind == EntityKind.Meeting)
        {
            var known = cluster.In(EventRole.Party, entities).Select(sides.Of).ToHashSet();
            return EventCluster.EntitiesIn(mention, EventRole.Party, entities).Select(sides.Of).Distinct().Count(known.Contains) >= 2
                || (cluster.HasLemma(mention.Lemma) && Overlap(cluster, mention, EventRole.Place));
        }

        var agents = Overlap(cluster, mention, EventRole.Agent);
        var patients = Overlap(cluster, mention, EventRole.Patient);
        return mention.Class.Kind switch
        {
            EntityKind.Trip => agents,
            // "began an offensive with airstrikes": the strikes are a part of it.
            EntityKind.Attack when !mention.IsDefinite && cluster.HasClass("invasion") != (mention.Class.Name == "invasion") && !cluster.HasClass("war") => false,
            EntityKind.Attack or EntityKind.Conflict => patients || (agents && HasNoPatient(cluster, mention)) || Overlap(cluster, mention, EventRole.Party),
            EntityKind.Agreement when agents && cluster.HasClass("proposal") && mention.Class.Name == "proposal" => cluster.HasLemma(mention.Lemma) || SharesModifier(cluster, mention),
            EntityKind.Agreement when PartiesAreOthers(cluster, mention) => false,
            _ => (cluster.HasLemma(mention.Lemma) || (IsGeneric(mention) && cluster.Mentions.Any(IsGeneric))) && (agents || patients || Overlap(cluster, mention, EventRole.Party) || Overlap(cluster, mention, EventRole.Topic)),
        };
    }

    // An agreement with Iran is not the one between Iran and the agency unless one names no other party.
    private bool PartiesAreOthers(EventCluster cluster, EventMention mention)
    {
        var known = cluster.In(EventRole.Party, entities);
        var own = EventCluster.EntitiesIn(mention, EventRole.Party, entities).ToHashSet();
        return known.Count > 0 && own.Count > 0 && !known.IsSubsetOf(own) && !own.IsSubsetOf(known);
    }

    // "Rouhani's new security plan" is the "new security initiative" that he announced.
    private static bool SharesModifier(EventCluster cluster, EventMention mention) =>
        cluster.Mentions.Any(other => other.Modifiers.Overlaps(mention.Modifiers));

    // "Russia's invasion" is its war against Ukraine; of two attacks only one that names no target yet.
    private bool HasNoPatient(EventCluster cluster, EventMention mention) =>
        cluster.In(EventRole.Patient, entities).Count == 0
        || (mention.Class.Name is "invasion" or "war" && !EventCluster.EntitiesIn(mention, EventRole.Patient, entities).Any());

    private bool Overlap(EventCluster cluster, EventMention mention, EventRole role) =>
        cluster.In(role, entities).Overlaps(EventCluster.EntitiesIn(mention, role, entities));
}
