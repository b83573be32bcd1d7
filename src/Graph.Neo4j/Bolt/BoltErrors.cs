using Graph.Store.Port;
using Neo4j.Driver;

namespace Graph.Neo4j.Bolt;

/// <summary>The driver's exceptions as those of the port.</summary>
internal static class BoltErrors
{
    /// <summary>Runs a call of the driver; a cancelled one is left behind, and its session is closed.</summary>
    public static async Task<T> MapAsync<T>(Func<Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return await call().WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Neo4jException failure)
        {
            throw Map(failure);
        }
    }

    private static CypherDatabaseException Map(Neo4jException failure) => failure switch
    {
        ServiceUnavailableException => new CypherDatabaseException(DatabaseErrors.Unreachable, failure.Message, isTransient: true, failure),
        SessionExpiredException => new CypherDatabaseException(DatabaseErrors.Unreachable, failure.Message, isTransient: true, failure),
        SecurityException when string.IsNullOrEmpty(failure.Code) =>
            new CypherDatabaseException(DatabaseErrors.Unreachable, $"No secure connection: {failure.Message}", isTransient: false, failure),
        _ when string.IsNullOrEmpty(failure.Code) => new CypherDatabaseException(DatabaseErrors.Protocol, failure.Message, failure.IsRetriable, failure),
        _ => new CypherDatabaseException(failure.Code, failure.Message, DatabaseErrors.IsTransient(failure.Code), failure),
    };
}
