using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Graph.Worker.Api;

/// <summary><c>/api/entities</c>: search, and one entity with its facts and their evidence.</summary>
internal static class EntityEndpoints
{
    private const int MaximumFound = 100;
    private const int MaximumFacts = 1000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/entities", FindAsync).WithSummary("Entities whose name holds ?q=, best matches first; ?limit=.");
        routes.MapGet("/api/entities/{id}", ReadAsync).WithSummary("One entity: its facts, each with the passages it rests on.");
    }

    private static async Task<IResult> FindAsync(GraphReader reader, string? q, int? limit, CancellationToken cancellationToken)
    {
        if (limit is < 1 or > MaximumFound)
        {
            return ApiProblem.Of(400, ApiProblem.BadRequest, "The limit is out of range", $"limit must be 1 to {MaximumFound}.");
        }

        var text = (q ?? "").Trim().ToLowerInvariant();
        var rows = await reader.RowsAsync(ApiQueries.FindEntities, [("q", text), ("limit", (long)(limit ?? 20))], cancellationToken).ConfigureAwait(false);
        return Results.Ok(new EntityList([.. rows.Select(EntitySummary.Of)]));
    }

    private static async Task<IResult> ReadAsync(GraphReader reader, string id, CancellationToken cancellationToken)
    {
        var entities = await reader.RowsAsync(ApiQueries.ReadEntity, [("id", id)], cancellationToken).ConfigureAwait(false);
        if (entities.Count == 0)
        {
            return ApiProblem.Of(404, ApiProblem.NotFound, "There is no such entity", $"No entity has the id {id}. GET /api/entities?q= finds them by name.");
        }

        // One more than shown, so that the answer can say whether something was left out.
        var facts = await reader.RowsAsync(ApiQueries.ReadFactsOfEntity, [("id", id), ("limit", (long)MaximumFacts + 1)], cancellationToken)
            .ConfigureAwait(false);
        var shown = facts.Take(MaximumFacts).ToList();
        var evidence = await EvidenceAsync(reader, [.. shown.Select(row => row.Text("id"))], cancellationToken).ConfigureAwait(false);
        return Results.Ok(new EntityModel(
            EntitySummary.Of(entities[0]),
            entities[0].Properties("properties", "id", "name", "normName"),
            [.. shown.Select(row => new FactModel(
                row.Text("id"), row.Text("type"), EntitySummary.Of(row, "from"), EntitySummary.Of(row, "to"),
                row.Properties("properties", "factId", "sentence"), [.. evidence[row.Text("id")]]))],
            facts.Count > MaximumFacts));
    }

    private static async Task<ILookup<string, EvidenceModel>> EvidenceAsync(
        GraphReader reader, IReadOnlyList<string> facts, CancellationToken cancellationToken)
    {
        var rows = await reader.RowsAsync(ApiQueries.ReadEvidence, [("ids", facts)], cancellationToken).ConfigureAwait(false);
        return rows.ToLookup(row => row.Text("id"), row => new EvidenceModel(
            new ArticleSummary(
                row.Text("articleId"), row.TextOrNull("articleTitle"), row.TextOrNull("articleDate"), row.TextOrNull("articleSource"), row.TextOrNull("articleUrl")),
            row.Number("sentenceIndex"), row.Text("sentence"), row.Number("start") - row.Number("sentenceStart"),
            row.TextOrNull("text"), row.TextOrNull("cue"), row.TextOrNull("certainty"), row.TextOrNull("rule")));
    }
}
