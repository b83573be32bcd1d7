using Graph.Store.Port;
using Graph.Worker.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Graph.Worker.Api;

/// <summary><c>POST /api/cypher</c>: one reading statement; the database itself refuses to write.</summary>
internal static class CypherEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/api/cypher", RunAsync)
        .WithSummary("Runs a reading statement: a JSON object with statement and parameters.");

    private static async Task<IResult> RunAsync(
        CypherRequest request, GraphReader reader, IOptions<HttpOptions> options, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(request.Statement))
        {
            return ApiProblem.Of(400, ApiProblem.BadRequest, "There is no statement", "Send {\"statement\": \"MATCH ...\", \"parameters\": {...}}.");
        }

        var parameters = (request.Parameters ?? []).ToDictionary(pair => pair.Key, pair => JsonValue.Of(pair.Value), StringComparer.Ordinal);
        try
        {
            var result = await reader.ReadAsync(request.Statement, parameters, cancellationToken).ConfigureAwait(false);
            var limit = options.Value.MaximumRows;
            return Results.Ok(new CypherAnswer(
                result.Columns,
                [.. result.Rows.Take(limit).Select(row => (IReadOnlyList<CypherValue>)[.. row.Select(value => new CypherValue(value))])],
                result.Rows.Length > limit));
        }
        catch (CypherDatabaseException exception)
        {
            return ApiProblem.Of(exception);
        }
    }
}
