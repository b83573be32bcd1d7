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
        for (var i = clusters.Count - 1; i >= 0; i--)
        {
            if (SameFamily(clusters[i], mention) && !Contradicts(clusters[i], mention) && Joins(clusters[i], mention))
            {
                return clusters[i];
            }
        }

        return null;
    }

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
            ? PartiesDiffer(cluster, mention) || (mention.Class.Mode.Length > 0 && cluster.Mentions[0].Class.Mode != mention.Class.Mode && mention.Phrase is not null)
            : RolesDiffer(cluster, mention, EventRole.Agent) || RolesDiffer(cluster, mention, EventRole.Patient);
    }

    private bool PartiesDiffer(EventCluster cluster, EventMention mention)
    {
        var known = cluster.In(EventRole.Party, entities).Select(sides.Of).ToHashSet();
        var own = EventCluster.EntitiesIn(mention, EventRole.Party, entities).Select(sides.Of).ToHashSet();
        var shared = own.Count(known.Contains);
        return own.Count > shared && known.Count > shared && shared < 2 && (own.Count > 0 && known.Count > 0);
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
            return false;
        }

        var hasParts = EventCluster.EntitiesIn(mention, EventRole.Agent, entities).Any() || EventCluster.EntitiesIn(mention, EventRole.Patient, entities).Any()
            || EventCluster.EntitiesIn(mention, EventRole.Party, entities).Any();
        if (mention.Class.Kind == EntityKind.Meeting && !mention.IsDefinite && IsAmongParties(cluster, mention))
        {
            return true;
        }

        return mention.IsDefinite
            ? cluster.HasLemma(mention.Lemma) || IsGeneric(mention)
            : !hasParts && mention.Sentence == cluster.Last.Sentence && mention.Class.Kind == EntityKind.Attack;
    }

    // "talks with the U.S." after talks between the U.S. and Ukraine.
    private bool IsAmongParties(EventCluster cluster, EventMention mention)
    {
        var known = cluster.In(EventRole.Party, entities).Select(sides.Of).ToHashSet();
        var own = EventCluster.EntitiesIn(mention, EventRole.Party, entities).Select(sides.Of).ToHashSet();
        return known.Count >= 2 && own.Count > 0 && known.IsSupersetOf(own) && cluster.HasClass(mention.Class.Name);
    }

    // "the meeting" takes up talks, "the attack" a raid, "the deal" a treaty.
    private static bool IsGeneric(EventMention mention) => mention.Class.Kind switch
    {
        EntityKind.Meeting => mention.Class.Mode.Length == 0,
        EntityKind.Attack => mention.Class.Name == "attack",
        EntityKind.Agreement => mention.Class.Name is "agreement" && mention.Lemma is "deal" or "agreement" or "accord" or "treaty" or "pact",
        EntityKind.Conflict => mention.Lemma is "conflict" or "war" or "fighting",
        _ => false,
    };

    private bool SharesParts(EventCluster cluster, EventMention mention)
    {
        if (mention.Class.Kind == EntityKind.Meeting)
        {
            var known = cluster.In(EventRole.Party, entities).Select(sides.Of).ToHashSet();
            return EventCluster.EntitiesIn(mention, EventRole.Party, entities).Select(sides.Of).Distinct().Count(known.Contains) >= 2;
        }

        var agents = Overlap(cluster, mention, EventRole.Agent);
        var patients = Overlap(cluster, mention, EventRole.Patient);
        return mention.Class.Kind switch
        {
            EntityKind.Trip => agents,
            EntityKind.Attack or EntityKind.Conflict => patients || (agents && cluster.In(EventRole.Patient, entities).Count == 0) || Overlap(cluster, mention, EventRole.Party),
            _ => cluster.HasLemma(mention.Lemma) && (agents || patients || Overlap(cluster, mention, EventRole.Party) || Overlap(cluster, mention, EventRole.Topic)),
        };
    }

    private bool Overlap(EventCluster cluster, EventMention mention, EventRole role) =>
        cluster.In(role, entities).Overlaps(EventCluster.EntitiesIn(mention, role, entities));
}
