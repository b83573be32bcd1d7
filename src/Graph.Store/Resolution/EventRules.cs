using Graph.Store.Provenance;

namespace Graph.Store.Resolution;

/// <summary>Events: one kind, overlapping dates, at least two sides shared, compatible places.</summary>
/// <remarks>
/// A person and the state that it acts for are one side: the same minister may meet two colleagues on one day. A date of a
/// month only joins the one event of that month that fits.
/// </remarks>
internal sealed class EventRules : IResolutionRules
{
    private const string SameEvent = "same-event";
    private const int SidesShared = 2;

    public bool IsShortForm(EntityRecord record) => Period(record) is { IsFine: false };

    public string UnitKey(EntityRecord record) => record.LocalId;

    public IEnumerable<string> Keys(EntityRecord record) => Period(record) is { IsComparable: true } period
        ? period.Months().SelectMany(month => record.Claim.Surroundings.Parties.Select(party => $"{record.Kind}|{month}|{party}"))
        : [];

    public bool MayDepend(EntityRecord one, EntityRecord other) => Shared(one, other) is not null;

    public Link? Compare(Unit one, Unit other)
    {
        var shared = one.Records.SelectMany(left => other.Records.Select(right => Shared(left, right))).FirstOrDefault(parties => parties is not null);
        return shared is null ? null : new Link(one, other, SameEvent, $"both on {Date(one)} with {string.Join(", ", shared)}{Where(one, other)}");
    }

    public bool MustStayApart(Unit one, Unit other)
    {
        var (here, there) = (Places(one), Places(other));
        return here.Count > 0 && there.Count > 0
            && !here.Overlaps(there) && !here.Overlaps(Containers(other)) && !there.Overlaps(Containers(one));
    }

    public Link? Attach(Unit shortForm, IReadOnlyList<IReadOnlyList<Unit>> clusters)
    {
        var fitting = clusters
            .Where(cluster => !cluster.Any(unit => MustStayApart(unit, shortForm)))
            .Select(cluster => cluster.Select(unit => Compare(unit, shortForm)).FirstOrDefault(link => link is not null))
            .OfType<Link>().ToList();
        return fitting is [var only] ? only : null;
    }

    private static EventPeriod? Period(EntityRecord record) => EventPeriod.Parse(record.Claim.Text("date"));

    private static string Date(Unit unit) => unit.Records.Select(record => record.Claim.Text("date")).OfType<string>().Min(StringComparer.Ordinal) ?? "";

    private static string Where(Unit one, Unit other) =>
        Places(one).Intersect(Places(other), StringComparer.Ordinal).Min(StringComparer.Ordinal) is { } place ? " in " + place : "";

    private static HashSet<string> Places(Unit unit) => Ids(unit, surroundings => surroundings.Places);

    private static HashSet<string> Containers(Unit unit) => Ids(unit, surroundings => surroundings.Containers);

    private static HashSet<string> Ids(Unit unit, Func<Surroundings, IEnumerable<string>> ids) =>
        unit.Records.SelectMany(record => ids(record.Claim.Surroundings)).ToHashSet(StringComparer.Ordinal);

    /// <summary>The parties that make two records reports of one event; null where they do not.</summary>
    private List<string>? Shared(EntityRecord one, EntityRecord other)
    {
        if (one.Kind != other.Kind || Period(one) is not { IsComparable: true } here || Period(other) is not { IsComparable: true } there
            || !here.Overlaps(there) || !Keys(one).Intersect(Keys(other), StringComparer.Ordinal).Any())
        {
            return null;
        }

        var shared = one.ResolvedParties.Intersect(other.ResolvedParties, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return Math.Min(Weight(one, shared), Weight(other, shared)) >= SidesShared ? shared : null;
    }

    /// <summary>The sides among the shared parties; where a report names one side only, the parties themselves.</summary>
    private static int Weight(EntityRecord record, List<string> shared) =>
        Sides(record, record.ResolvedParties).Count() < SidesShared ? shared.Count : Sides(record, shared).Count();

    private static IEnumerable<string> Sides(EntityRecord record, IReadOnlyCollection<string> parties) => record.ResolvedParties
        .Select((party, index) => (Party: party, Side: record.Claim.Surroundings.Sides[index]))
        .Where(pair => parties.Contains(pair.Party, StringComparer.Ordinal))
        .Select(pair => pair.Side).Distinct(StringComparer.Ordinal);
}
