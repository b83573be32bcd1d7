using System.Collections.Immutable;
using Graph.Store.Provenance;

namespace Graph.Store.Resolution;

/// <summary>Records that are one entity by their ids: what the rules compare.</summary>
internal sealed class Unit
{
    public Unit(string key, IEnumerable<EntityRecord> records)
    {
        Key = key;
        Records = [.. records.OrderBy(record => record.Id, StringComparer.Ordinal)];
        States = Union(record => record.Claim.Surroundings.States);
        Groups = Union(record => record.Claim.Surroundings.Groups);
    }

    /// <summary>Orders units; the id of the entity in its articles, or of the one record.</summary>
    public string Key { get; }

    /// <summary>Ordinally by id, at least one.</summary>
    public ImmutableArray<EntityRecord> Records { get; }

    public string LocalId => Records[0].LocalId;

    /// <summary>The same name for every set of records: the ordinally first.</summary>
    public string Name => Records.Select(record => record.Claim.Name).Min(StringComparer.Ordinal)!;

    public ImmutableSortedSet<string> States { get; }

    public ImmutableSortedSet<string> Groups { get; }

    public int Articles => Records.Length;

    private ImmutableSortedSet<string> Union(Func<EntityRecord, ImmutableArray<string>> ids) =>
        Records.SelectMany(record => ids(record)).ToImmutableSortedSet(StringComparer.Ordinal);
}

