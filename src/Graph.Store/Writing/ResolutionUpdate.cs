using System.Collections.Immutable;
using Graph.Store.Provenance;
using Graph.Store.Resolution;

namespace Graph.Store.Writing;

/// <summary>Resolves again what a change of records or decisions may have changed, and nothing else.</summary>
internal sealed class ResolutionUpdate(RecordSet records, Decisions decisions)
{
    private readonly ResolutionKinds kinds = records.Kinds;

    /// <summary>Records that were in the graph before and are now resolved differently, by id, with what they were resolved to.</summary>
    public Dictionary<string, StoredRecord> Moved { get; } = new(StringComparer.Ordinal);

    /// <summary>Resolves actors first, then events, since the parties of an event are resolved actors.</summary>
    /// <param name="changed">Records that are new, or whose decisions changed.</param>
    /// <param name="removed">Records that were taken out of the graph.</param>
    public async Task RunAsync(IReadOnlyCollection<EntityRecord> changed, IReadOnlyCollection<EntityRecord> removed)
    {
        await ResolveAsync(changed.Where(record => !record.IsEvent), removed.Where(record => !record.IsEvent)).ConfigureAwait(false);
        var events = changed.Where(record => record.IsEvent).ToDictionary(record => record.Id, StringComparer.Ordinal);
        await records.LoadArticlesAsync(Moved.Values.Select(record => record.Record.Article).Distinct(StringComparer.Ordinal)).ConfigureAwait(false);
        var before = records.All.Where(NamesMoved).Select(record => record.Record).ToList();
        foreach (var record in before)
        {
            events[record.Id] = record;
        }

        // With their former parties they may have been joined to events that now stand alone.
        await ResolveAsync(events.Values.Select(WithParties).ToList(), before.Concat(removed.Where(record => record.IsEvent))).ConfigureAwait(false);
    }

    private bool NamesMoved(StoredRecord record) => record.Record.IsEvent
        && record.Record.Claim.Surroundings.Parties.Any(party => Moved.ContainsKey(EntityRecord.IdOf(record.Record.Article, party)));

    /// <summary>Puts the entities in the place of an event's parties.</summary>
    private EntityRecord WithParties(EntityRecord record)
    {
        var parties = record.Claim.Surroundings.Parties
            .Select(party => records[EntityRecord.IdOf(record.Article, party)].Assignment?.Entity ?? party).ToImmutableArray();
        var stored = records[record.Id];
        var changed = stored with { Record = record with { ResolvedParties = parties } };
        Note(stored);
        records.Put(changed);
        return changed.Record;
    }

    private async Task ResolveAsync(IEnumerable<EntityRecord> changed, IEnumerable<EntityRecord> removed)
    {
        var (closed, gone) = await CloseAsync(changed, removed).ConfigureAwait(false);
        foreach (var (id, assignment) in Resolver.Resolve(closed.Where(record => !gone.Contains(record.Id)), decisions, kinds))
        {
            var stored = records[id];
            if (stored.Assignment != assignment)
            {
                Note(stored);
                records.Put(stored with { Assignment = assignment });
            }
        }
    }

    private void Note(StoredRecord before)
    {
        if (before.Assignment is not null)
        {
            Moved.TryAdd(before.Id, before);
        }
    }

    /// <summary>Adds to records all those that their assignments may depend on, and to these again, until nothing is missing.</summary>
    private async Task<(IEnumerable<EntityRecord> Closed, HashSet<string> Gone)> CloseAsync(
        IEnumerable<EntityRecord> changed, IEnumerable<EntityRecord> removed)
    {
        var closed = new Dictionary<string, EntityRecord>(StringComparer.Ordinal);
        var gone = removed.Where(record => closed.TryAdd(record.Id, record)).Select(record => record.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var record in changed)
        {
            closed[record.Id] = record;
            gone.Remove(record.Id);
        }

        var frontier = closed.Values.Concat(removed).ToList();
        while (frontier.Count > 0)
        {
            await LoadAsync(frontier).ConfigureAwait(false);
            frontier = [.. frontier.SelectMany(Dependent).Where(record => closed.TryAdd(record.Id, record))];
        }

        return (closed.Values, gone);
    }

    private async Task LoadAsync(List<EntityRecord> frontier)
    {
        await records.LoadKeysAsync(frontier.SelectMany(kinds.Keys)).ConfigureAwait(false);
        await records.LoadLocalIdsAsync(frontier.SelectMany(LocalIds)).ConfigureAwait(false);
    }

    /// <summary>Ids under which records are decided together with this one.</summary>
    private IEnumerable<string> LocalIds(EntityRecord record)
    {
        var partners = decisions.PartnersOf(record.LocalId).ToList();
        return partners.Count > 0 || kinds.Of(record)?.UnitKey(record) == record.LocalId ? [record.LocalId, .. partners] : partners;
    }

    private IEnumerable<EntityRecord> Dependent(EntityRecord record) => LocalIds(record).SelectMany(records.WithLocalId)
        .Concat(kinds.Keys(record).SelectMany(records.WithKey).Where(other => kinds.MayDepend(record, other.Record)))
        .Select(other => other.Record);
}
