using Graph.Store.Port;

namespace Graph.Neo4j.Http;

/// <summary>A transaction over the Query API; the first statement opens it.</summary>
internal sealed class QueryApiTransaction(QueryApiClient client, AccessMode mode) : ICypherTransaction
{
    /// <summary>How long a rollback may take; the server rolls back by itself when it hears nothing more.</summary>
    private static readonly TimeSpan RollbackTimeout = TimeSpan.FromSeconds(10);

    private string? id;
    private string? affinity;

    public async Task<QueryResult> RunAsync(CypherStatement statement, CancellationToken cancellationToken)
    {
        if (id is not null)
        {
            try
            {
                return (await client.ContinueAsync(id, affinity, statement, cancellationToken).ConfigureAwait(false)).Result;
            }
            catch (CypherDatabaseException failure) when (IsLost(failure))
            {
                id = null;
                throw Lost(failure);
            }
        }

        var (response, route) = await client.BeginAsync(statement, mode, cancellationToken).ConfigureAwait(false);
        (id, affinity) = (response.TransactionId, route);
        return response.Result;
    }

    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        if (id is not { } transaction)
        {
            return;
        }

        try
        {
            await client.CommitAsync(transaction, affinity, cancellationToken).ConfigureAwait(false);
            id = null;
        }
        catch (CypherDatabaseException failure) when (failure.Code is DatabaseErrors.Unreachable or DatabaseErrors.Protocol)
        {
            id = null;
            throw CommitUnknown(client, failure);
        }
        catch (CypherDatabaseException failure) when (IsLost(failure))
        {
            id = null;
            throw Lost(failure);
        }
    }

    /// <summary>Rolls back if the transaction is open. A server that cannot be told rolls back at its own time-out.</summary>
    public async Task RollbackAsync()
    {
        if (id is not { } transaction)
        {
            return;
        }

        id = null;
        using var timeout = new CancellationTokenSource(RollbackTimeout);
        try
        {
            await client.RollbackAsync(transaction, affinity, timeout.Token).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is CypherDatabaseException or OperationCanceledException)
        {
            // The failure that led here is the one to report; the server ends what it no longer hears of.
        }
    }

    internal static CypherDatabaseException CommitUnknown(QueryApiClient client, Exception failure) => new(
        DatabaseErrors.CommitUnknown,
        $"The connection to {client.Address} broke while committing: whether the work took effect is not known. Run it again to be sure.",
        isTransient: false,
        failure);

    /// <summary>The server ends a transaction that failed or lay idle too long, and then knows its id no more.</summary>
    private static bool IsLost(CypherDatabaseException failure) =>
        failure.Code == "Neo.ClientError.Request.Invalid" && failure.Message.Contains("was not found", StringComparison.Ordinal);

    private static CypherDatabaseException Lost(CypherDatabaseException failure) =>
        new(failure.Code, "The server ended the transaction before it was committed: " + failure.Message, isTransient: true, failure);
}
