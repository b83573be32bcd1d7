using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Graph.Worker.Api;

/// <summary><c>GET /api/graph</c>: a part of the graph for the explorer, around one entity or the most connected ones.</summary>
internal static class GraphEndpoint
{
    private const int MaximumDepth = 4;
    private const int MaximumNodes = 2000;
    private const int DefaultNodes = 300;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/api/graph", ReadAsync)
        .WithSummary("Nodes and edges around ?center=, ?depth= steps far, at most ?limit= nodes; without it the most connected.");

    private static async Task<IResult> ReadAsync(GraphReader reader, string? center, int? depth, int? limit, CancellationToken cancellationToken)
    {
        if (depth is < 0 or > MaximumDepth || limit is < 1 or > MaximumNodes)
        {
            return ApiProblem.Of(
                400, ApiProblem.BadRequest, "A number is out of range", $"depth must be 0 to {MaximumDepth}, limit 1 to {MaximumNodes}.");
        }

        var room = limit ?? DefaultNodes;
        var (ids, isTruncated) = string.IsNullOrEmpty(center)
            ? await MostConnectedAsync(reader, room, cancellationToken).ConfigureAwait(false)
            : await AroundAsync(reader, center, depth ?? 1, room, cancellationToken).ConfigureAwait(false);
        var nodes = await reader.RowsAsync(ApiQueries.ReadNodes, [("ids", ids.ToList())], cancellationToken).ConfigureAwait(false);
        if (nodes.Count == 0 && !string.IsNullOrEmpty(center))
        {
            return ApiProblem.Of(404, ApiProblem.NotFound, "There is no such entity", $"No entity has the id {center}.");
        }

        var facts = await reader.RowsAsync(ApiQueries.ReadFactsFrom, [("ids", ids.ToList())], cancellationToken).ConfigureAwait(false);
        return Results.Ok(new GraphModel(
            center,
            [.. nodes.Select(row =>
            {
                var entity = EntitySummary.Of(row);
                return new GraphNode(entity.Id, entity.Name, entity.Labels, entity.Articles, row.TextOrNull("date"));
            })],
            [.. facts.Where(row => ids.Contains(row.Text("target"))).Select(Edge)],
            isTruncated));
    }

    private static GraphEdge Edge(Row row) => new(
        row.Text("factId"), row.Text("source"), row.Text("target"), row.Text("type"), row.TextOrNull("certainty"), row["polarity"] is not false,
        row.TextOrNull("date"), row.TextOrNull("firstReported"), row.TextOrNull("lastReported"));

    private static async Task<(HashSet<string> Ids, bool IsTruncated)> MostConnectedAsync(GraphReader reader, int room, CancellationToken cancellationToken)
    {
        var rows = await reader.RowsAsync(ApiQueries.MostConnected, [("limit", (long)room + 1)], cancellationToken).ConfigureAwait(false);
        return ([.. rows.Take(room).Select(row => row.Text("id"))], rows.Count > room);
    }

    /// <summary>Goes outward ring by ring, the best connected of a ring first, until the room is used up.</summary>
    private static async Task<(HashSet<string> Ids, bool IsTruncated)> AroundAsync(
        GraphReader reader, string center, int depth, int room, CancellationToken cancellationToken)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal) { center };
        var ring = new List<string> { center };
        for (var step = 0; step < depth && ring.Count > 0; step++)
        {
            var rows = await reader.RowsAsync(
                ApiQueries.Neighbours, [("ids", ring), ("limit", (long)room + ids.Count + 1)], cancellationToken).ConfigureAwait(false);
            ring = [.. rows.Select(row => row.Text("id")).Where(id => !ids.Contains(id))];
            if (ids.Count + ring.Count > room)
            {
                ids.UnionWith(ring.Take(room - ids.Count));
                return (ids, true);
            }

            ids.UnionWith(ring);
        }

        return (ids, false);
    }
}
