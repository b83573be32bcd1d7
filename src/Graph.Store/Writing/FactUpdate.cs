using Graph.Store.Provenance;

namespace Graph.Store.Writing;

/// <summary>Works out again the facts whose evidence came, went or was resolved differently.</summary>
internal sealed class FactUpdate(StatementRunner runner, RecordSet records, string? replacedArticle)
{
    private readonly Dictionary<string, FactKey> affected = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoredEvidence> current = new(StringComparer.Ordinal);

    /// <summary>Passages that were in the graph before and now support another fact.</summary>
    public List<StoredEvidence> Reassigned { get; } = [];

    /// <summary>Facts to write.</summary>
    public List<FactView> Written { get; } = [];

    /// <summary>Facts that nothing supports any more.</summary>
    public List<FactKey> Removed { get; } = [];

    /// <summary>Evidence of the replaced article.</summary>
    public void Remove(IEnumerable<StoredEvidence> evidence)
    {
        foreach (var passage in evidence)
        {
            affected[passage.Key.FactId] = passage.Key;
        }
    }

    /// <summary>New evidence; the fact that each passage supports.</summary>
    public IReadOnlyDictionary<string, FactKey> Add(IEnumerable<FactEvidence> evidence)
    {
        var keys = new Dictionary<string, FactKey>(StringComparer.Ordinal);
        foreach (var passage in evidence)
        {
            keys.Add(passage.Id, Take(passage).Key);
        }

        return keys;
    }

    /// <summary>Evidence of articles some of whose records were resolved differently.</summary>
    public async Task ReassignAsync(IReadOnlyCollection<StoredRecord> moved)
    {
        var ids = moved.Select(record => record.Id).ToHashSet(StringComparer.Ordinal);
        var articles = moved.Select(record => record.Record.Article).Distinct(StringComparer.Ordinal).Select(article => new ArticleRow(article));
        foreach (var passage in await runner.EvidenceAsync(WriteStatements.ReadEvidenceByArticle, articles).ConfigureAwait(false))
        {
            var claim = passage.Evidence.Claim;
            if (passage.Evidence.Article != replacedArticle
                && claim.References.Append(claim.From).Append(claim.To).Any(id => ids.Contains(EntityRecord.IdOf(passage.Evidence.Article, id))))
            {
                affected[passage.Key.FactId] = passage.Key;
                var taken = Take(passage.Evidence);
                if (taken.Key != passage.Key)
                {
                    Reassigned.Add(taken);
                }
            }
        }
    }

    /// <summary>Reads what else supports the affected facts and works them out.</summary>
    public async Task FinishAsync()
    {
        var known = await runner.EvidenceAsync(WriteStatements.ReadEvidenceByFact, affected.Keys.Select(id => new FactRow(id))).ConfigureAwait(false);
        var others = known.Where(passage => passage.Evidence.Article != replacedArticle && !current.ContainsKey(passage.Id)).ToList();
        await records.LoadAsync(others.SelectMany(passage => passage.Evidence.Claim.References.Select(id => EntityRecord.IdOf(passage.Evidence.Article, id))))
            .ConfigureAwait(false);
        var evidence = others.Concat(current.Values).ToLookup(passage => passage.Key.FactId, passage => passage.Evidence, StringComparer.Ordinal);
        foreach (var key in affected.Values.OrderBy(key => key.FactId, StringComparer.Ordinal))
        {
            if (key.IsLoop || !evidence[key.FactId].Any())
            {
                Removed.Add(key);
            }
            else
            {
                Written.Add(FactView.Of(key, evidence[key.FactId], Resolved));
            }
        }
    }

    private StoredEvidence Take(FactEvidence passage)
    {
        var taken = new StoredEvidence(passage, FactKey.Of(passage.Claim, Resolved(passage)));
        current[passage.Id] = taken;
        affected[taken.Key.FactId] = taken.Key;
        return taken;
    }

    private Dictionary<string, string> Resolved(FactEvidence passage) =>
        records.Resolved(passage.Article, passage.Claim.References.Append(passage.Claim.From).Append(passage.Claim.To));
}
