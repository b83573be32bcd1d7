using Graph.Store.Catalog;
using Graph.Store.Port;

namespace Graph.Store.Writing;

/// <summary>Runs statements of <c>cypher/writes</c> in one transaction, in batches.</summary>
internal sealed class StatementRunner(
    ICypherTransaction transaction, CypherCatalog catalog, ClaimCache claims, CancellationToken cancellationToken)
{
    private const int BatchSize = 1000;

    /// <summary>Claims as read so far, also by other transactions.</summary>
    public ClaimCache Claims => claims;

    /// <summary>Runs a statement that reads records.</summary>
    /// <param name="isWanted">Says by its id whether a record is to be read at all.</param>
    public async Task<IReadOnlyList<StoredRecord>> RecordsAsync<TRow>(WriteStatement<TRow> statement, IEnumerable<TRow> rows, Func<string, bool>? isWanted = null)
        where TRow : class =>
        [.. (await RunAsync(statement, rows).ConfigureAwait(false)).Where(row => isWanted?.Invoke(row.Text("id")) != false).Select(row => StoredRecord.Read(row, claims))];

    /// <summary>Runs a statement that reads evidence.</summary>
    public async Task<IReadOnlyList<StoredEvidence>> EvidenceAsync<TRow>(WriteStatement<TRow> statement, IEnumerable<TRow> rows)
        where TRow : class =>
        [.. (await RunAsync(statement, rows).ConfigureAwait(false)).Select(row => StoredEvidence.Read(row, claims))];

    /// <summary>Runs a statement over rows; without rows, nothing is run.</summary>
    public async Task<IReadOnlyList<ResultRow>> RunAsync<TRow>(WriteStatement<TRow> statement, IEnumerable<TRow> rows)
        where TRow : class
    {
        var results = new List<ResultRow>();
        foreach (var batch in rows.Select(RowMap.Mapper<TRow>()).Chunk(BatchSize))
        {
            var parameters = new Dictionary<string, object?>(StringComparer.Ordinal) { ["rows"] = batch };
            var result = await transaction.RunAsync(new CypherStatement(catalog.Write(statement.Name), parameters), cancellationToken).ConfigureAwait(false);
            var columns = result.Columns.Select((name, index) => (name, index)).ToDictionary(column => column.name, column => column.index, StringComparer.Ordinal);
            results.AddRange(result.Rows.Select(row => new ResultRow(columns, row)));
        }

        return results;
    }
}
