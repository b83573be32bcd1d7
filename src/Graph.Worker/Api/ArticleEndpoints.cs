using System.Text.Json;
using Graph.Worker.Inbox;
using Graph.Worker.Sources;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Graph.Worker.Api;

/// <summary><c>/api/articles</c>: the articles of the graph, and taking in another.</summary>
internal static class ArticleEndpoints
{
    private const int MaximumPage = 500;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/articles", ListAsync).WithSummary("Articles in the graph, newest first; ?offset= and ?limit=.");
        routes.MapGet("/api/articles/{id}", ReadAsync).WithSummary("One article: its sentences and whom it mentions.");
        routes.MapPost("/api/articles", ReceiveAsync).WithSummary("Takes in an article: a JSON object with title, date, url, source and text.");
    }

    private static async Task<IResult> ListAsync(GraphReader reader, int? offset, int? limit, CancellationToken cancellationToken)
    {
        if (offset is < 0 || limit is < 1 or > MaximumPage)
        {
            return ApiProblem.Of(400, ApiProblem.BadRequest, "The page is out of range", $"offset must be 0 or more, limit 1 to {MaximumPage}.");
        }

        var count = await reader.RowsAsync(ApiQueries.CountArticles, [], cancellationToken).ConfigureAwait(false);
        var rows = await reader.RowsAsync(ApiQueries.ListArticles, [("offset", (long)(offset ?? 0)), ("limit", (long)(limit ?? 50))], cancellationToken)
            .ConfigureAwait(false);
        return Results.Ok(new ArticleList(count[0].Number("total"), offset ?? 0, [.. rows.Select(ArticleSummary.Of)]));
    }

    private static async Task<IResult> ReadAsync(GraphReader reader, string id, CancellationToken cancellationToken)
    {
        var articles = await reader.RowsAsync(ApiQueries.ReadArticle, [("id", id)], cancellationToken).ConfigureAwait(false);
        if (articles.Count == 0)
        {
            return ApiProblem.Of(404, ApiProblem.NotFound, "There is no such article", $"No article has the id {id}. GET /api/articles lists them.");
        }

        var sentences = await reader.RowsAsync(ApiQueries.ReadSentences, [("id", id)], cancellationToken).ConfigureAwait(false);
        var entities = await reader.RowsAsync(ApiQueries.ReadMentionedEntities, [("id", id)], cancellationToken).ConfigureAwait(false);
        return Results.Ok(new ArticleModel(
            ArticleSummary.Of(articles[0]),
            [.. sentences.Select(row => new SentenceModel(row.Number("index"), row.Number("start"), row.Number("end"), row.Text("text")))],
            [.. entities.Select(EntitySummary.Of)]));
    }

    /// <summary>Takes one article object into the inbox; the pipeline puts it into the graph soon after.</summary>
    private static async Task<IResult> ReceiveAsync(HttpContext context, SourceReader sources, IInbox inbox, CancellationToken cancellationToken)
    {
        // Only JSON: a page of another site can post forms and plain text here without asking, but not JSON.
        if (!context.Request.HasJsonContentType())
        {
            return ApiProblem.Of(415, ApiProblem.BadRequest, "The body must be JSON", "Send one article object with Content-Type: application/json.");
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, cancellationToken).ConfigureAwait(false);
        var content = new SourceContent("request.json", body.ToArray());
        var entries = IsObject(content) ? sources.Read(content, null).ToList() : [];
        switch (entries)
        {
            case [SourceEntry.Read(var article, _)]:
                await inbox.ReceiveAsync(article, $"API, {context.Connection.RemoteIpAddress}", cancellationToken).ConfigureAwait(false);
                return Results.Accepted($"/api/articles/{Uri.EscapeDataString(article.Id)}", new ReceivedArticle(article.Id, "received"));
            case [SourceEntry.Refused(var refusal)]:
                var status = refusal.Code == RefusalCodes.TooLarge ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status422UnprocessableEntity;
                return ApiProblem.Of(status, refusal.Code, "The article was refused", $"{refusal.Problem}. {refusal.Remedy}");
            default:
                return ApiProblem.Of(400, ApiProblem.BadRequest, "The body is no article", "Send one JSON object with title, date, url, source and text.");
        }
    }

    private static bool IsObject(SourceContent content)
    {
        try
        {
            using var document = JsonDocument.Parse(content.Bytes);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
