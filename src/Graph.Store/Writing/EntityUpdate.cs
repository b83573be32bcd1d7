using System.Collections.Immutable;
using Graph.Store.Provenance;

namespace Graph.Store.Writing;

/// <summary>Works out again the entities that lost, gained or changed a record.</summary>
internal sealed class EntityUpdate(StatementRunner runner, RecordSet records)
{
    private Dictionary<string, EntityView> stored = new(StringComparer.Ordinal);

    /// <summary>Entities to write.</summary>
    public List<EntityView> Written { get; } = [];

    /// <summary>Entities that no record describes any more.</summary>
    public List<string> Removed { get; } = [];

    /// <summary>Labels that an entity has in the graph; none for a new one.</summary>
    public ImmutableArray<string> LabelsInGraph(string entity) => stored.TryGetValue(entity, out var view) ? view.Labels : [];

    public async Task RunAsync(IReadOnlyList<StoredRecord> removed, Contribution? contribution, Dictionary<string, StoredRecord> moved)
    {
        var added = (contribution?.Records ?? []).Select(record => records[record.Id]).ToLookup(record => record.Assignment!.Entity, record => record.Record, StringComparer.Ordinal);
        var changed = Changed(removed, moved);
        var affected = changed.Concat(added.Select(group => group.Key)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var rows = await runner.RunAsync(WriteStatements.ReadEntities, affected.Select(entity => new EntityRow(entity))).ConfigureAwait(false);
        stored = rows.Select(row => new EntityView(row.Text("id"), row.Texts("labels"), row.Properties("properties"))).ToDictionary(view => view.Id, StringComparer.Ordinal);

        var whole = new List<string>();
        foreach (var entity in affected)
        {
            if (!changed.Contains(entity) && Add(entity, [.. added[entity]]) is { } view)
            {
                Written.Add(view);
            }
            else
            {
                whole.Add(entity);
            }
        }

        await WorkOutAsync(whole).ConfigureAwait(false);
    }

    /// <summary>Entities of which more changed than that a new article's records came to them.</summary>
    private HashSet<string> Changed(IReadOnlyList<StoredRecord> removed, Dictionary<string, StoredRecord> moved) =>
        removed.Select(record => record.Assignment!.Entity)
            .Concat(moved.Values.SelectMany(before => new[] { before.Assignment!.Entity, records[before.Id].Assignment!.Entity }))
            .Concat(records.All.Where(record => RefersTo(record.Record, moved)).Select(record => record.Assignment!.Entity))
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>A new entity is what its new records say; a known one may take them in as it is.</summary>
    private EntityView? Add(string entity, List<EntityRecord> added) => stored.TryGetValue(entity, out var view)
        ? EntityAddition.TryAdd(view, added, Resolved)
        : EntityView.Of(entity, added, Resolved);

    /// <summary>Works entities out from all their records.</summary>
    private async Task WorkOutAsync(List<string> entities)
    {
        await records.LoadEntitiesAsync(entities).ConfigureAwait(false);
        var wanted = entities.ToHashSet(StringComparer.Ordinal);
        var members = records.All.Where(record => wanted.Contains(record.Assignment!.Entity)).ToLookup(record => record.Assignment!.Entity, record => record.Record);
        await records.LoadAsync(members.SelectMany(group => group).SelectMany(record => record.Claim.References.Select(id => EntityRecord.IdOf(record.Article, id))))
            .ConfigureAwait(false);
        foreach (var entity in entities)
        {
            if (members.Contains(entity))
            {
                Written.Add(EntityView.Of(entity, members[entity], Resolved));
            }
            else
            {
                Removed.Add(entity);
            }
        }
    }

    private Dictionary<string, string> Resolved(EntityRecord record) => records.Resolved(record.Article, record.Claim.References);

    private static bool RefersTo(EntityRecord record, Dictionary<string, StoredRecord> moved) =>
        record.Claim.References.Any(id => moved.ContainsKey(EntityRecord.IdOf(record.Article, id)));
}
