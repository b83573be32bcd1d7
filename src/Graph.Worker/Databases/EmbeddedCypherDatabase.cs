using System.Collections.Immutable;
using Graph.Embedded;
using Graph.Store.Port;
using PortCounters = Graph.Store.Port.UpdateCounters;
using StoreAccessMode = Graph.Store.Port.AccessMode;

namespace Graph.Worker.Databases;

/// <summary>The embedded engine behind the port.</summary>
/// <remarks>Writers take turns inside the engine, so that nothing fails for a moment only and no work is run twice.</remarks>
public sealed class EmbeddedCypherDatabase(EmbeddedDatabase engine, string description) : ICypherDatabase
{
    /// <summary>The engine itself, for its Bolt server.</summary>
    public EmbeddedDatabase Engine => engine;

    public string Description => description;

    public async Task<T> TransactAsync<T>(
        StoreAccessMode mode, Func<ICypherTransaction, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        // The wait for the writer before must not hold the caller's thread.
        using var transaction = await Task.Run(() => Mapped(() => engine.BeginTransaction(ModeOf(mode), cancellationToken)), cancellationToken).ConfigureAwait(false);
        var result = await work(new Transaction(transaction), cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        Mapped(() =>
        {
            transaction.Commit();
            return true;
        });
        return result;
    }

    public Task<QueryResult> RunAsync(CypherStatement statement, StoreAccessMode mode, CancellationToken cancellationToken) => Task.Run(
        () => mode == StoreAccessMode.Write
            ? Mapped(() => Read(engine.Run(statement.Text, Parameters(statement), cancellationToken)))
            : Mapped(() =>
            {
                using var transaction = engine.BeginTransaction(Embedded.AccessMode.Read, cancellationToken);
                return Read(transaction.Run(statement.Text, Parameters(statement), cancellationToken));
            }),
        cancellationToken);

    public ValueTask DisposeAsync()
    {
        engine.Dispose();
        return ValueTask.CompletedTask;
    }

    private static Embedded.AccessMode ModeOf(StoreAccessMode mode) => mode == StoreAccessMode.Write ? Embedded.AccessMode.Write : Embedded.AccessMode.Read;

    private static Dictionary<string, Embedded.Values.Value> Parameters(CypherStatement statement) =>
        statement.Parameters.ToDictionary(parameter => parameter.Key, parameter => EmbeddedValues.ToEngine(parameter.Value), StringComparer.Ordinal);

    private static QueryResult Read(EmbeddedResult result)
    {
        using (result)
        {
            var rows = ImmutableArray.CreateBuilder<ImmutableArray<object?>>();
            while (result.MoveNext())
            {
                var row = ImmutableArray.CreateBuilder<object?>(result.Columns.Count);
                foreach (var value in result.Current)
                {
                    row.Add(EmbeddedValues.FromEngine(value));
                }

                rows.Add(row.MoveToImmutable());
            }

            var counters = result.Summary.Counters;
            return new QueryResult([.. result.Columns], rows.ToImmutable(), new PortCounters(
                counters.NodesCreated, counters.NodesDeleted, counters.RelationshipsCreated, counters.RelationshipsDeleted,
                counters.PropertiesSet, counters.LabelsAdded, counters.LabelsRemoved, counters.ConstraintsAdded, counters.IndexesAdded));
        }
    }

    private static T Mapped<T>(Func<T> call)
    {
        try
        {
            return call();
        }
        catch (CypherException exception)
        {
            var place = exception.Line > 0 && !exception.Message.Contains("line", StringComparison.OrdinalIgnoreCase)
                ? $" (line {exception.Line}, column {exception.Column})"
                : "";
            throw new CypherDatabaseException(exception.Code, exception.Message + place, isTransient: false, exception);
        }
    }

    private sealed class Transaction(EmbeddedTransaction transaction) : ICypherTransaction
    {
        public Task<QueryResult> RunAsync(CypherStatement statement, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Task.FromResult(Mapped(() => Read(transaction.Run(statement.Text, Parameters(statement), cancellationToken))));
        }
    }
}
