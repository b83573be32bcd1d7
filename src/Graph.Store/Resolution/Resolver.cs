using Graph.Store.Provenance;

namespace Graph.Store.Resolution;

/// <summary>Decides which records describe one entity: a pure function of the set of records and decisions.</summary>
internal static class Resolver
{
    private const string Decided = "decision";

    /// <summary>The entity of each record, by the record's id.</summary>
    /// <remarks>
    /// The records must be closed: with a record come all those that its assignment may depend on. Then the answer for it is the
    /// same as for the whole graph, and does not depend on the order in which articles arrived.
    /// </remarks>
    public static Dictionary<string, Assignment> Resolve(IEnumerable<EntityRecord> records, Decisions decisions, ResolutionKinds kinds)
    {
        var assignments = new Dictionary<string, Assignment>(StringComparer.Ordinal);
        foreach (var kind in records.GroupBy(record => record.Kind, StringComparer.Ordinal))
        {
            ResolveKind([.. kind], kinds.Of(kind.First()), decisions, assignments);
        }

        return assignments;
    }

    private static void ResolveKind(
        List<EntityRecord> records, IResolutionRules? rules, Decisions decisions, Dictionary<string, Assignment> assignments)
    {
        var shortForms = Units(records.Where(record => rules?.IsShortForm(record) == true), record => rules!.UnitKey(record));
        var full = Units(records.Where(record => rules?.IsShortForm(record) != true), record => record.LocalId);
        var clusters = new Clusters(full, (one, other) => MustStayApart(one, other, rules, decisions));
        foreach (var link in DecidedLinks(full, decisions).Concat(Compared(full, rules, decisions)))
        {
            clusters.TryJoin(link);
        }

        var attached = Attach(shortForms, [.. clusters.All], rules, decisions);
        var alone = Units(shortForms.Where(unit => !attached.ContainsKey(unit)).SelectMany(unit => unit.Records), record => record.LocalId);
        var aloneClusters = new Clusters(alone, (one, other) => decisions.AreApart(one.LocalId, other.LocalId));
        foreach (var link in DecidedLinks(alone, decisions))
        {
            aloneClusters.TryJoin(link);
        }

        Assign(clusters, assignments);
        Assign(aloneClusters, assignments);
        foreach (var (unit, link) in attached)
        {
            var entity = assignments[link.One.Records[0].Id].Entity;
            Assign(unit, entity, link, assignments);
        }
    }

    private static List<Unit> Units(IEnumerable<EntityRecord> records, Func<EntityRecord, string> key) =>
        [.. records.GroupBy(key, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new Unit(group.Key, group))];

    private static bool MustStayApart(Unit one, Unit other, IResolutionRules? rules, Decisions decisions) =>
        decisions.KindOf(one.LocalId, other.LocalId) switch
        {
            DecisionKind.Apart => true,
            DecisionKind.Together => false,
            _ => rules?.MustStayApart(one, other) == true,
        };

    private static IEnumerable<Link> DecidedLinks(List<Unit> units, Decisions decisions)
    {
        var byId = units.ToDictionary(unit => unit.LocalId, StringComparer.Ordinal);
        foreach (var decision in decisions.All.Where(decision => decision.Kind == DecisionKind.Together))
        {
            if (byId.TryGetValue(decision.First, out var one) && byId.TryGetValue(decision.Second, out var other))
            {
                yield return Decide(one, other);
            }
        }
    }

    private static IEnumerable<Link> Compared(List<Unit> units, IResolutionRules? rules, Decisions decisions)
    {
        if (rules is null)
        {
            yield break;
        }

        for (var left = 0; left < units.Count; left++)
        {
            for (var right = left + 1; right < units.Count; right++)
            {
                if (rules.Compare(units[left], units[right]) is { } link)
                {
                    yield return link;
                }
            }
        }
    }

    private static Dictionary<Unit, Link> Attach(
        List<Unit> shortForms, List<IReadOnlyList<Unit>> clusters, IResolutionRules? rules, Decisions decisions)
    {
        var attached = new Dictionary<Unit, Link>();
        foreach (var unit in shortForms)
        {
            var decided = clusters.SelectMany(cluster => cluster)
                .FirstOrDefault(full => decisions.KindOf(full.LocalId, unit.LocalId) == DecisionKind.Together);
            var open = clusters.Where(cluster => !cluster.Any(full => decisions.AreApart(full.LocalId, unit.LocalId))).ToList();
            if ((decided is null ? rules!.Attach(unit, open) : Decide(decided, unit)) is { } link)
            {
                attached.Add(unit, link);
            }
        }

        return attached;
    }

    private static Link Decide(Unit one, Unit other) => new(one, other, Decided, $"{one.LocalId} and {other.LocalId} were decided to be one");

    private static void Assign(Clusters clusters, Dictionary<string, Assignment> assignments)
    {
        foreach (var cluster in clusters.All)
        {
            // The ordinally first id names the cluster: it does not depend on which article came first.
            var root = cluster.MinBy(unit => unit.LocalId, StringComparer.Ordinal)!;
            var links = clusters.Explain(root);
            foreach (var unit in cluster)
            {
                Assign(unit, root.LocalId, links.GetValueOrDefault(unit), assignments);
            }
        }
    }

    private static void Assign(Unit unit, string entity, Link? link, Dictionary<string, Assignment> assignments)
    {
        foreach (var record in unit.Records)
        {
            assignments[record.Id] = record.LocalId == entity ? new Assignment(entity, null, null) : new Assignment(entity, link?.Rule, link?.Reason);
        }
    }
}
