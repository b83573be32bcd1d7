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

    /// <summary>Runs the change within the transaction.</summary>
    /// <param name="isKnown">Whether the article is in the graph.</param>
    /// <param name="contribution">What it says now; null where it goes, or where only decisions change.</param>
    /// <param name="decided">Ids whose decisions changed.</param>
    public async Task RunAsync(bool isKnown, Contribution? contribution, IReadOnlyCollection<string> decided)
    {
        var removed = isKnown ? await runner.RecordsAsync(WriteStatements.ReadRecordsByArticle, [new ArticleRow(article!)]).ConfigureAwait(false) : [];
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
            facts.Remove(await runner.EvidenceAsync(WriteStatements.ReadEvidenceByArticle, [new ArticleRow(article!)]).ConfigureAwait(false));
        }

        var keys = facts.Add((contribution?.Evidence ?? []).Select(passage => passage.Fact));
        await facts.ReassignAsync(resolution.Moved.Values).ConfigureAwait(false);
        await facts.FinishAsync().ConfigureAwait(false);
        var entities = new EntityUpdate(runner, records);
        await entities.RunAsync(removed, contribution, resolution.Moved).ConfigureAwait(false);

        var write = new GraphWrite(runner, records);
        await write.RemoveAsync(isKnown ? article : null, contribution is null, removed, facts.Removed).ConfigureAwait(false);
        await write.WriteEntitiesAsync(entities).ConfigureAwait(false);
        await write.WriteArticleAsync(contribution, keys).ConfigureAwait(false);
        await write.LinkAsync(contribution, removed, resolution.Moved).ConfigureAwait(false);
        await write.WriteFactsAsync(facts).ConfigureAwait(false);
        await write.RemoveEntitiesAsync(entities.Removed).ConfigureAwait(false);
    }
}
