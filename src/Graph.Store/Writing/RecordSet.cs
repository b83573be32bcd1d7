using Graph.Store.Provenance;
using Graph.Store.Resolution;

namespace Graph.Store.Writing;

/// <summary>The records of one update: those read from the graph so far, less the replaced article's, with the new ones.</summary>
internal sealed class RecordSet(StatementRunner runner, string? replacedArticle)
{
    private readonly ResolutionKinds kinds = new(runner.Claims.Name);
    private readonly Dictionary<string, StoredRecord> records = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> byLocalId = new(StringComparer.Ordinal);
    private readonly HashSet<(string Kind, string Id)> loaded = [];

    public ResolutionKinds Kinds => kinds;

    public StoredRecord this[string id] => records[id];

    /// <summary>Every record in memory.</summary>
    public IEnumerable<StoredRecord> All => records.Values;

    /// <summary>Records in memory that have the key.</summary>
    public IEnumerable<StoredRecord> WithKey(string key) => (byKey.GetValueOrDefault(key) ?? []).Select(id => records[id]);

    /// <summary>Records in memory under an id of their article.</summary>
    public IEnumerable<StoredRecord> WithLocalId(string localId) => (byLocalId.GetValueOrDefault(localId) ?? []).Select(id => records[id]);

    /// <summary>What an article's own ids are resolved to, for those whose records are in memory.</summary>
    public Dictionary<string, string> Resolved(string article, IEnumerable<string> localIds)
    {
        var resolved = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in localIds)
        {
            if (records.TryGetValue(EntityRecord.IdOf(article, id), out var record) && record.Assignment is { } assignment)
            {
                resolved[id] = assignment.Entity;
            }
        }

        return resolved;
    }

    /// <summary>Takes up a record that is not in the graph yet.</summary>
    public void Add(EntityRecord record) => Put(new StoredRecord(record, null));

    /// <summary>Puts a changed record in the place of the one in memory.</summary>
    public void Put(StoredRecord record)
    {
        if (!records.ContainsKey(record.Id))
        {
            foreach (var key in kinds.Keys(record.Record))
            {
                Index(byKey, key, record.Id);
            }

            Index(byLocalId, record.Record.LocalId, record.Id);
        }

        records[record.Id] = record;
    }

    public Task LoadKeysAsync(IEnumerable<string> keys) => LoadAsync("key", keys, WriteStatements.ReadRecordsByKey, key => new KeyRow(key));

    public Task LoadLocalIdsAsync(IEnumerable<string> ids) => LoadAsync("local", ids, WriteStatements.ReadRecordsByLocalId, id => new LocalIdRow(id));

    public Task LoadArticlesAsync(IEnumerable<string> articles) =>
        LoadAsync("article", articles, WriteStatements.ReadRecordsByArticle, article => new ArticleRow(article));

    public Task LoadEntitiesAsync(IEnumerable<string> entities) =>
        LoadAsync("entity", entities, WriteStatements.ReadRecordsByEntity, entity => new EntityRow(entity));

    public Task LoadAsync(IEnumerable<string> ids) =>
        LoadAsync("id", ids.Where(id => !records.ContainsKey(id)), WriteStatements.ReadRecordsById, id => new IdRow(id));

    private async Task LoadAsync<TRow>(string kind, IEnumerable<string> ids, WriteStatement<TRow> statement, Func<string, TRow> row)
        where TRow : class
    {
        var missing = ids.Where(id => loaded.Add((kind, id))).ToList();

        // What is in memory may be newer than the graph.
        var read = await runner.RecordsAsync(statement, missing.Select(row), id => !records.ContainsKey(id)).ConfigureAwait(false);
        foreach (var record in read.Where(record => record.Record.Article != replacedArticle))
        {
            Put(record);
        }
    }

    private static void Index(Dictionary<string, List<string>> index, string key, string id)
    {
        if (!index.TryGetValue(key, out var ids))
        {
            index[key] = ids = [];
        }

        ids.Add(id);
    }
}
