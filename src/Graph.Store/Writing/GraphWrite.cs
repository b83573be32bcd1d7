using Graph.Store.Provenance;

namespace Graph.Store.Writing;

/// <summary>Writes what an update worked out: the one place that changes nodes and relationships.</summary>
internal sealed class GraphWrite(StatementRunner runner, RecordSet records)
{
    /// <summary>Takes out the article's former contribution and the facts that rest on it alone.</summary>
    public async Task RemoveAsync(string? article, bool withArticle, IReadOnlyList<StoredRecord> removed, List<FactKey> facts)
    {
        await runner.RunAsync(WriteStatements.DeleteFacts, facts.Select(key => new FactRemovalRow(key.From, key.Type, key.To, key.FactId))).ConfigureAwait(false);
        if (article is null)
        {
            return;
        }

        ArticleRow[] row = [new(article)];
        await runner.RunAsync(WriteStatements.DeleteMentions, row).ConfigureAwait(false);
        await runner.RunAsync(WriteStatements.DeleteEvidence, row).ConfigureAwait(false);
        await runner.RunAsync(WriteStatements.DeleteRecords, row).ConfigureAwait(false);
        await runner.RunAsync(WriteStatements.DeleteSentences, row).ConfigureAwait(false);
        if (withArticle)
        {
            await runner.RunAsync(WriteStatements.DeleteArticles, row).ConfigureAwait(false);
        }

        var keys = removed.SelectMany(record => records.Kinds.Keys(record.Record)).Distinct(StringComparer.Ordinal);
        await runner.RunAsync(WriteStatements.DeleteKeys, keys.Select(key => new KeyRow(key))).ConfigureAwait(false);
    }

    public async Task WriteEntitiesAsync(EntityUpdate entities) =>
        await runner.RunAsync(WriteStatements.WriteEntities, entities.Written.Select(entity => new EntityNodeRow(
            entity.Id, entity.Properties, entity.Labels,
            [.. entities.LabelsInGraph(entity.Id).Except(entity.Labels, StringComparer.Ordinal)]))).ConfigureAwait(false);

    /// <summary>Writes the article's contribution.</summary>
    public async Task WriteArticleAsync(Contribution? contribution, IReadOnlyDictionary<string, FactKey> facts)
    {
        if (contribution is null)
        {
            return;
        }

        var article = contribution.Article;
        await runner.RunAsync(WriteStatements.WriteArticles, [ProvenanceRows.Article(contribution)]).ConfigureAwait(false);
        await runner.RunAsync(WriteStatements.WriteSentences, ProvenanceRows.Sentences(contribution)).ConfigureAwait(false);
        await runner.RunAsync(WriteStatements.WriteRecords, contribution.Records.Select(record => ProvenanceRows.Record(records[record.Id]))).ConfigureAwait(false);
        await runner.RunAsync(WriteStatements.WriteKeys, contribution.Records
            .SelectMany(record => records.Kinds.Keys(record).Select(key => new RecordKeyRow(record.Id, key)))).ConfigureAwait(false);
        await runner.RunAsync(WriteStatements.WriteMentions, contribution.Mentions.Select(mention => ProvenanceRows.Mention(article, mention))).ConfigureAwait(false);
        await runner.RunAsync(WriteStatements.WriteEvidence, contribution.Evidence
            .Select(passage => ProvenanceRows.Evidence(contribution.Extractor, passage, facts[passage.Fact.Id]))).ConfigureAwait(false);
    }

    /// <summary>Joins records, mentions and articles to the entities that they were resolved to.</summary>
    public async Task LinkAsync(Contribution? contribution, IReadOnlyList<StoredRecord> removed, Dictionary<string, StoredRecord> moved)
    {
        await runner.RunAsync(WriteStatements.UnlinkRecords, moved.Keys.Select(id => new RecordRow(id))).ConfigureAwait(false);
        await runner.RunAsync(WriteStatements.UnlinkMentions, moved.Keys.Select(id => new RecordRow(id))).ConfigureAwait(false);
        var linked = moved.Keys.Concat((contribution?.Records ?? []).Select(record => record.Id)).Select(id => records[id]).ToList();
        await runner.RunAsync(WriteStatements.LinkRecords, linked.Select(record => new RecordLinkRow(
            record.Id, record.Assignment!.Entity, record.Assignment.Rule, record.Assignment.Reason, ProvenanceRows.Parties(record.Record)))).ConfigureAwait(false);
        await runner.RunAsync(WriteStatements.LinkMentions, linked.Where(record => record.Record.MentionCount > 0)
            .Select(record => new MentionLinkRow(record.Id, record.Assignment!.Entity))).ConfigureAwait(false);

        await LinkArticlesAsync(contribution, removed, moved).ConfigureAwait(false);
    }

    /// <summary>How often each article mentions which entity: for the written article, and for the records that moved.</summary>
    private async Task LinkArticlesAsync(Contribution? contribution, IReadOnlyList<StoredRecord> removed, Dictionary<string, StoredRecord> moved)
    {
        var former = moved.Values.Concat(removed).Select(Mentioned).ToHashSet();
        var touched = moved.Keys.Select(id => Mentioned(records[id])).Concat(former).ToHashSet();
        var counts = records.All.GroupBy(Mentioned)
            .Where(group => group.Key.Article == contribution?.Article.Id || touched.Contains(group.Key))
            .ToDictionary(group => group.Key, group => group.Sum(record => record.Record.MentionCount));
        await runner.RunAsync(WriteStatements.UnlinkArticles, former.Where(pair => !counts.ContainsKey(pair))
            .Select(pair => new ArticleUnlinkRow(pair.Article, pair.Entity))).ConfigureAwait(false);
        await runner.RunAsync(WriteStatements.LinkArticles, counts
            .Select(pair => new ArticleLinkRow(pair.Key.Article, pair.Key.Entity, pair.Value))).ConfigureAwait(false);
    }

    private static (string Article, string Entity) Mentioned(StoredRecord record) => (record.Record.Article, record.Assignment!.Entity);

    public async Task WriteFactsAsync(FactUpdate facts)
    {
        await runner.RunAsync(WriteStatements.AssignEvidence, facts.Reassigned
            .Select(passage => new EvidenceFactRow(passage.Id, passage.Key.FactId, passage.Key.From, passage.Key.To))).ConfigureAwait(false);
        await runner.RunAsync(WriteStatements.WriteFacts, facts.Written
            .Select(fact => new FactNodeRow(fact.Key.From, fact.Key.Type, fact.Key.To, fact.Key.FactId, fact.Properties))).ConfigureAwait(false);
    }

    public async Task RemoveEntitiesAsync(List<string> entities) =>
        await runner.RunAsync(WriteStatements.DeleteEntities, entities.Select(entity => new EntityRow(entity))).ConfigureAwait(false);
}
