using System.Collections.Immutable;
using System.Text.Json;
using Graph.Store.Port;

namespace Graph.Neo4j.Http;

/// <summary>An answer of the Query API, read to the end.</summary>
/// <param name="Result">Rows of the statement, empty where none was sent.</param>
/// <param name="TransactionId">Id of the open transaction; null outside one.</param>
internal sealed record QueryApiResponse(QueryResult Result, string? TransactionId)
{
    private static readonly QueryResult NoRows = new([], [], UpdateCounters.None);

    /// <summary>Reads the body of a response.</summary>
    /// <exception cref="CypherDatabaseException">The body reports an error, or is none of the Query API.</exception>
    public static async Task<QueryApiResponse> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var content = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (content.ConfigureAwait(false))
        {
            try
            {
                if (response.IsSuccessStatusCode && response.Content.Headers.ContentLength == 0)
                {
                    return new QueryApiResponse(NoRows, null);
                }

                using var body = await JsonDocument.ParseAsync(content, default, cancellationToken).ConfigureAwait(false);
                ThrowIfFailed(body.RootElement);
                if (response.IsSuccessStatusCode)
                {
                    return new QueryApiResponse(ReadResult(body.RootElement), ReadTransactionId(body.RootElement));
                }
            }
            catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
            {
                throw NotTheQueryApi(response, failure);
            }
        }

        throw NotTheQueryApi(response, null);
    }

    private static CypherDatabaseException NotTheQueryApi(HttpResponseMessage response, Exception? cause)
    {
        var status = (int)response.StatusCode;
        return new CypherDatabaseException(
            DatabaseErrors.Protocol,
            $"{response.RequestMessage?.RequestUri} answered {status} {response.ReasonPhrase}, but not as Neo4j's Query API does. "
            + "Is it a Neo4j of version 5.26 or later, and the database name right?",
            // A gateway before the server says so when the server is away for a moment.
            isTransient: status is 502 or 503 or 504,
            cause);
    }

    private static void ThrowIfFailed(JsonElement body)
    {
        if (!body.TryGetProperty("errors", out var errors) || errors.GetArrayLength() == 0)
        {
            return;
        }

        var code = errors[0].GetProperty("code").GetString() ?? DatabaseErrors.Protocol;
        var message = errors[0].TryGetProperty("message", out var text) ? text.GetString() : null;
        throw new CypherDatabaseException(code, message ?? code, DatabaseErrors.IsTransient(code));
    }

    private static string? ReadTransactionId(JsonElement body) =>
        body.TryGetProperty("transaction", out var transaction) ? transaction.GetProperty("id").GetString() : null;

    private static QueryResult ReadResult(JsonElement body)
    {
        if (!body.TryGetProperty("data", out var data))
        {
            return NoRows;
        }

        var columns = data.GetProperty("fields").EnumerateArray().Select(field => field.GetString()!).ToImmutableArray();
        var values = data.GetProperty("values");
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<object?>>(values.GetArrayLength());
        foreach (var row in values.EnumerateArray())
        {
            rows.Add([.. row.EnumerateArray().Select(TypedJsonReader.Read)]);
        }

        return new QueryResult(columns, rows.MoveToImmutable(), ReadCounters(body));
    }

    private static UpdateCounters ReadCounters(JsonElement body)
    {
        if (!body.TryGetProperty("counters", out var counters))
        {
            return UpdateCounters.None;
        }

        long Count(string name) => counters.GetProperty(name).GetInt64();
        return new UpdateCounters(
            Count("nodesCreated"),
            Count("nodesDeleted"),
            Count("relationshipsCreated"),
            Count("relationshipsDeleted"),
            Count("propertiesSet"),
            Count("labelsAdded"),
            Count("labelsRemoved"),
            Count("constraintsAdded"),
            Count("indexesAdded"));
    }
}
