using Graph.Store.Provenance;
using Graph.Store.Resolution;

namespace Graph.Store.Writing;

/// <summary>
/// One change of the graph: an article comes, goes or is replaced, or decisions change. Everything that depends on it is
/// worked out again from the contributions it rests on, so that the graph is always that of the articles in it, whatever
/// came and went before.
/// </summary>
internal sealed class GraphUpdate(StatementRunner runner, Decisions decisions, string? article)
{
    private readonly RecordSet records = new(runner, article);
    private readonly HashSet<string> affected = new(StringComparer.Ordinal);

    /// <summary>Runs the change within the transaction.</summary>
    /// <param name="isKnown">Whether the article is in the graph.</param>
    /// <param name="contribution">What it says now; null where it goes, or where only decisions change.</param>
    /// <param name="decided">Ids whose decisions changed.</param>
    public async Task RunAsync(bool isKnown, Contribution? contribution, IReadOnlyCollection<string> decided)
    {
        var removed = isKnown ? await ReadRemovedAsync().ConfigureAwait(false) : [];
        foreach (var record in contribution?.Records ?? [])
        {
            records.Add(record);
        }

        await records.LoadLocalIdsAsync(decided).ConfigureAwait(false);
        var resolution = new ResolutionUpdate(records, decisions);
        var changed = (contribution?.Records ?? []).Concat(decided.SelectMany(records.WithLocalId).Select(record => record.Record)).ToList();
        await resolution.RunAsync(changed, [.. removed.Select(record => record.Record)]).ConfigureAwait(false);
        await records.LoadArticlesAsync(resolution.Moved.Values.Select(record => record.Record.Article)).ConfigureAwait(false);

        var facts = new FactUpdate(runner, records, article);
        if (isKnown)
        {
            facts.Remove((await runner.RunAsync(WriteStatements.ReadEvidenceByArticle, [new ArticleRow(article!)]).ConfigureAwait(false)).Select(StoredEvidence.Read));
        }

        var keys = facts.Add((contribution?.Evidence ?? []).Select(passage => passage.Fact));
        await facts.ReassignAsync(resolution.Moved.Values).ConfigureAwait(false);
        await facts.FinishAsync().ConfigureAwait(false);
        var entities = await EntitiesAsync(removed, contribution, resolution.Moved).ConfigureAwait(false);

        var write = new GraphWrite(runner, records);
        await write.RemoveAsync(isKnown ? article : null, contribution is null, removed, facts.Removed).ConfigureAwait(false);
        await write.WriteEntitiesAsync(entities.Written).ConfigureAwait(false);
        await write.WriteArticleAsync(contribution, keys).ConfigureAwait(false);
        await write.LinkAsync(contribution, removed, resolution.Moved).ConfigureAwait(false);
        await write.WriteFactsAsync(facts).ConfigureAwait(false);
        await write.RemoveEntitiesAsync(entities.Removed).ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<StoredRecord>> ReadRemovedAsync()
    {
        var rows = await runner.RunAsync(WriteStatements.ReadRecordsByArticle, [new ArticleRow(article!)]).ConfigureAwait(false);
        return [.. rows.Select(StoredRecord.Read)];
    }

    /// <summary>The entities that lost, gained or changed a record, worked out from all that they have now.</summary>
    private async Task<(List<EntityView> Written, List<string> Removed)> EntitiesAsync(
        IReadOnlyList<StoredRecord> removed, Contribution? contribution, Dictionary<string, StoredRecord> moved)
    {
        affected.UnionWith(removed.Select(record => record.Assignment!.Entity));
        affected.UnionWith((contribution?.Records ?? []).Select(record => records[record.Id].Assignment!.Entity));
        affected.UnionWith(moved.Values.SelectMany(before => new[] { before.Assignment!.Entity, records[before.Id].Assignment!.Entity }));
        affected.UnionWith(records.All.Where(record => RefersTo(record.Record, moved)).Select(record => record.Assignment!.Entity));
        await records.LoadEntitiesAsync(affected).ConfigureAwait(false);
        var members = records.All.Where(record => affected.Contains(record.Assignment!.Entity)).ToLookup(record => record.Assignment!.Entity, record => record.Record);
        await records.LoadAsync(members.SelectMany(group => group).SelectMany(record => record.Claim.References.Select(id => EntityRecord.IdOf(record.Article, id))))
            .ConfigureAwait(false);
        var written = new List<EntityView>();
        var gone = new List<string>();
        foreach (var entity in affected.Order(StringComparer.Ordinal))
        {
            if (members.Contains(entity))
            {
                written.Add(EntityView.Of(entity, members[entity], record => records.Resolved(record.Article, record.Claim.References)));
            }
            else
            {
                gone.Add(entity);
            }
        }

        return (written, gone);
    }

    private static bool RefersTo(EntityRecord record, Dictionary<string, StoredRecord> moved) =>
        record.Claim.References.Any(id => moved.ContainsKey(EntityRecord.IdOf(record.Article, id)));
}
