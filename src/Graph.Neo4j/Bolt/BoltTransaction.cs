using System.Collections.Immutable;
using Graph.Store.Port;
using Neo4j.Driver;

namespace Graph.Neo4j.Bolt;

/// <summary>An open transaction of the driver.</summary>
internal sealed class BoltTransaction(IAsyncTransaction transaction) : ICypherTransaction
{
    public Task<QueryResult> RunAsync(CypherStatement statement, CancellationToken cancellationToken) =>
        BoltErrors.MapAsync(() => RunAsync(transaction, statement), cancellationToken);

    /// <summary>Runs a statement and reads its whole result.</summary>
    internal static async Task<QueryResult> RunAsync(IAsyncQueryRunner runner, CypherStatement statement)
    {
        var parameters = statement.Parameters.ToDictionary(parameter => parameter.Key, parameter => BoltValues.ToDriver(parameter.Value), StringComparer.Ordinal);
        var cursor = await runner.RunAsync(statement.Text, parameters).ConfigureAwait(false);
        var columns = await cursor.KeysAsync().ConfigureAwait(false);
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<object?>>();
        while (await cursor.FetchAsync().ConfigureAwait(false))
        {
            var record = cursor.Current;
            rows.Add([.. columns.Select(column => BoltValues.FromDriver(record[column]))]);
        }

        var summary = await cursor.ConsumeAsync().ConfigureAwait(false);
        return new QueryResult([.. columns], rows.ToImmutable(), Counters(summary.Counters));
    }

    private static UpdateCounters Counters(ICounters counters) => new(
        counters.NodesCreated,
        counters.NodesDeleted,
        counters.RelationshipsCreated,
        counters.RelationshipsDeleted,
        counters.PropertiesSet,
        counters.LabelsAdded,
        counters.LabelsRemoved,
        counters.ConstraintsAdded,
        counters.IndexesAdded);
}
