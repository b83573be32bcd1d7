using Graph.Store.Port;
using Graph.Worker.Configuration;
using Graph.Worker.Databases;
using Microsoft.Extensions.Options;

namespace Graph.Worker.Api;

/// <summary>Runs the API's reading queries within their time limit.</summary>
internal sealed class GraphReader(DatabaseConnection connection, IOptions<HttpOptions> options, TimeProvider time)
{
    /// <summary>The rows of one reading statement.</summary>
    /// <exception cref="TimeoutException">The limit of <see cref="HttpOptions.QuerySeconds"/> passed.</exception>
    public async Task<QueryResult> ReadAsync(string cypher, IReadOnlyDictionary<string, object?> parameters, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(options.Value.QuerySeconds), time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var database = await connection.OpenAsync(either.Token).ConfigureAwait(false);
            return await database.RunAsync(new CypherStatement(cypher, parameters), AccessMode.Read, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The query took longer than {options.Value.QuerySeconds} seconds.");
        }
    }

    /// <summary>The rows of one reading statement as records by column name.</summary>
    public async Task<IReadOnlyList<Row>> RowsAsync(string cypher, (string Name, object? Value)[] parameters, CancellationToken cancellationToken)
    {
        var result = await ReadAsync(cypher, parameters.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal), cancellationToken)
            .ConfigureAwait(false);
        return [.. result.Rows.Select(row => new Row(result.Columns, row))];
    }
}
