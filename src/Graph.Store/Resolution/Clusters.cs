namespace Graph.Store.Resolution;

/// <summary>Units joined by links, where no cluster ever holds two units that must stay apart.</summary>
/// <remarks>
/// Links are tried in the order given, so that equal units and links give equal clusters whatever order they arrived in. A
/// link that would put two units together that must stay apart is not taken: without this, two meetings of one day in
/// two cities would become one through a third report that names no city.
/// </remarks>
internal sealed class Clusters
{
    private readonly Dictionary<Unit, List<Unit>> clusterOf;
    private readonly Dictionary<Unit, List<Link>> taken = [];
    private readonly Func<Unit, Unit, bool> mustStayApart;

    public Clusters(IEnumerable<Unit> units, Func<Unit, Unit, bool> mustStayApart)
    {
        clusterOf = units.ToDictionary(unit => unit, unit => new List<Unit> { unit });
        this.mustStayApart = mustStayApart;
    }

    /// <summary>Every cluster, in order of its first unit's key.</summary>
    public IEnumerable<IReadOnlyList<Unit>> All => clusterOf.Values.Distinct()
        .OrderBy(cluster => cluster.Select(unit => unit.Key).Min(StringComparer.Ordinal), StringComparer.Ordinal);

    public IReadOnlyList<Unit> Of(Unit unit) => clusterOf[unit];

    /// <summary>Takes a link; false where it would join what must stay apart.</summary>
    public bool TryJoin(Link link)
    {
        var one = clusterOf[link.One];
        var other = clusterOf[link.Other];
        if (one != other)
        {
            if (one.Any(left => other.Any(right => mustStayApart(left, right))))
            {
                return false;
            }

            one.AddRange(other);
            foreach (var unit in other)
            {
                clusterOf[unit] = one;
            }
        }

        Note(link.One, link);
        Note(link.Other, link);
        return true;
    }

    /// <summary>For every unit of a cluster but <paramref name="root"/>, the link by which it hangs together with it.</summary>
    public Dictionary<Unit, Link> Explain(Unit root)
    {
        var links = new Dictionary<Unit, Link>();
        var seen = new HashSet<Unit> { root };
        var queue = new Queue<Unit>([root]);
        while (queue.TryDequeue(out var unit))
        {
            foreach (var link in taken.GetValueOrDefault(unit) ?? [])
            {
                var next = link.One == unit ? link.Other : link.One;
                if (seen.Add(next))
                {
                    links.Add(next, link);
                    queue.Enqueue(next);
                }
            }
        }

        return links;
    }

    private void Note(Unit unit, Link link)
    {
        if (!taken.TryGetValue(unit, out var links))
        {
            taken[unit] = links = [];
        }

        links.Add(link);
    }
}

