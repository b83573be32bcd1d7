using Graph.Store.Port;
using Graph.Worker.Databases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Graph.Worker.Api;

/// <summary><c>GET /health</c>: 200 when the database answers, 503 when it does not.</summary>
internal static class HealthEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/health", CheckAsync)
        .WithSummary("Whether the database answers.");

    private static async Task<IResult> CheckAsync(GraphReader reader, DatabaseConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            var rows = await reader.RowsAsync(ApiQueries.CountArticles, [], cancellationToken).ConfigureAwait(false);
            var database = await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            return Results.Ok(new { status = "ok", database = database.Description, articles = rows[0].Number("total") });
        }
        catch (Exception exception) when (exception is CypherDatabaseException or DatabaseUnavailableException or TimeoutException)
        {
            return ApiProblem.Of(503, ApiProblem.Unavailable, "The database does not answer", exception.Message);
        }
    }
}
