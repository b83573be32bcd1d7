namespace Graph.Store.Resolution;

/// <summary>Short forms of names: to the only bearer, to the one of the same state or body, or to the one who is by far the best known.</summary>
internal static class NameRules
{
    // Ten times as many articles as all others of the name together: "Trump" is Donald Trump while the family is in the news too.
    private const int Dominance = 10;

    /// <summary>The cluster among candidates that a short form stands for; null where no single one does.</summary>
    public static Link? Choose(Unit shortForm, IReadOnlyList<IReadOnlyList<Unit>> candidates, string rule)
    {
        var possible = candidates.Where(cluster => !cluster.Any(unit => Conflict(unit, shortForm))).ToList();
        if (possible is [var only])
        {
            return Attached(shortForm, only, rule, "nobody else in the graph bears it");
        }

        var near = possible.Where(cluster => cluster.Any(unit => Shared(unit, shortForm) is not null)).ToList();
        if (near is [var close])
        {
            var shared = close.Select(unit => Shared(unit, shortForm)).First(id => id is not null);
            return Attached(shortForm, close, rule, $"of those who bear it only this one belongs to {shared}, as here");
        }

        var counted = (near.Count > 0 ? near : possible).Select(cluster => (Cluster: cluster, Articles: cluster.Sum(unit => unit.Articles)))
            .OrderByDescending(candidate => candidate.Articles).ToList();
        return counted.Count > 1 && counted[0].Articles >= Dominance * counted.Skip(1).Sum(candidate => candidate.Articles)
            ? Attached(shortForm, counted[0].Cluster, rule, "of those who bear it this one is named in ten times as many articles as all others together")
            : null;
    }

    /// <summary>Whether the two are known to belong to states, but to none in common.</summary>
    public static bool Conflict(Unit one, Unit other) =>
        !one.States.IsEmpty && !other.States.IsEmpty && !one.States.Overlaps(other.States);

    private static string? Shared(Unit one, Unit other) =>
        one.Groups.Intersect(other.Groups).Concat(one.States.Intersect(other.States)).FirstOrDefault();

    private static Link Attached(Unit shortForm, IReadOnlyList<Unit> cluster, string rule, string reason)
    {
        var full = cluster.MinBy(unit => unit.Key, StringComparer.Ordinal)!;
        return new Link(full, shortForm, rule, $"'{shortForm.Name}' is short for '{full.Name}': {reason}");
    }
}
