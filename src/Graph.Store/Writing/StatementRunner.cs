using Graph.Store.Catalog;
using Graph.Store.Port;

namespace Graph.Store.Writing;

/// <summary>Runs statements of <c>cypher/writes</c> in one transaction, in batches.</summary>
internal sealed class StatementRunner(ICypherTransaction transaction, CypherCatalog catalog, CancellationToken cancellationToken)
{
    private const int BatchSize = 1000;

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
