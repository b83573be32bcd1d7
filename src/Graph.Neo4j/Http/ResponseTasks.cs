namespace Graph.Neo4j.Http;

/// <summary>Reads the answer of a request that is under way.</summary>
internal static class ResponseTasks
{
    public static async Task<QueryApiResponse> AsResponse(this Task<HttpResponseMessage> sending, CancellationToken cancellationToken)
    {
        using var message = await sending.ConfigureAwait(false);
        return await QueryApiResponse.ReadAsync(message, cancellationToken).ConfigureAwait(false);
    }
}
