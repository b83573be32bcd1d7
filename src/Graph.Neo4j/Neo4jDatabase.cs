using Graph.Neo4j.Http;
using Graph.Store.Port;

namespace Graph.Neo4j;

/// <summary>Opens a Neo4j by its address.</summary>
public static class Neo4jDatabase
{
    /// <summary>Whether <c>bolt://</c> and <c>neo4j://</c> are built in: Neo4j.Driver was on the package feed when the solution was restored.</summary>
#if NEO4J_DRIVER
    public static bool SpeaksBolt => true;
#else
    public static bool SpeaksBolt => false;
#endif

    /// <summary>Connects and asks the server who it is.</summary>
    /// <exception cref="CypherDatabaseException">The address is of no known scheme, nothing answers there, or the login is refused.</exception>
    public static async Task<ICypherDatabase> ConnectAsync(
        Neo4jOptions options, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        switch (options.Uri.Scheme)
        {
            case "http" or "https":
                return await QueryApiDatabase.ConnectAsync(options, timeProvider, cancellationToken).ConfigureAwait(false);
            case "bolt" or "bolt+s" or "bolt+ssc" or "neo4j" or "neo4j+s" or "neo4j+ssc":
#if NEO4J_DRIVER
                return await Bolt.BoltDatabase.ConnectAsync(options, timeProvider, cancellationToken).ConfigureAwait(false);
#else
                throw new CypherDatabaseException(
                    DatabaseErrors.Configuration,
                    $"{options.Uri} needs Neo4j.Driver, which was not on the package feed when this program was built. "
                    + "Use the server's http:// or https:// address, or build again with -p:Neo4jDriver=true and a feed that has it.");
#endif
            default:
                throw new CypherDatabaseException(
                    DatabaseErrors.Configuration,
                    $"'{options.Uri.Scheme}' in {options.Uri} is no address of a Neo4j: use http, https, bolt, bolt+s, bolt+ssc, neo4j, neo4j+s or neo4j+ssc.");
        }
    }
}
