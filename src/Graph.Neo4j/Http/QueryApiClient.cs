using System.Buffers;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Graph.Store.Port;

namespace Graph.Neo4j.Http;

/// <summary>Sends requests to the Query API of one database.</summary>
internal sealed class QueryApiClient : IDisposable
{
    private const string TypedJson = "application/vnd.neo4j.query";

    /// <summary>A cluster routes the requests of one transaction by this header.</summary>
    private const string AffinityHeader = "neo4j-cluster-affinity";

    private readonly HttpClient http;
    private readonly string root;

    public QueryApiClient(HttpMessageHandler handler, Neo4jOptions options)
    {
        http = new HttpClient(handler)
        {
            BaseAddress = new Uri(options.Uri.GetLeftPart(UriPartial.Authority)),
            Timeout = options.RequestTimeout,
        };
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue(TypedJson));
        http.DefaultRequestHeaders.Authorization = Authorization(options);
        root = $"{options.Uri.AbsolutePath.TrimEnd('/')}/db/{Uri.EscapeDataString(options.Database)}/query/v2";
    }

    public Uri Address => http.BaseAddress!;

    /// <summary>Runs a statement in a transaction of its own.</summary>
    public Task<QueryApiResponse> RunAsync(CypherStatement statement, AccessMode mode, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, "", Body(statement, mode), null, cancellationToken).AsResponse(cancellationToken);

    /// <summary>Opens a transaction and runs its first statement.</summary>
    public async Task<(QueryApiResponse Response, string? Affinity)> BeginAsync(
        CypherStatement statement, AccessMode mode, CancellationToken cancellationToken)
    {
        using var message = await SendAsync(HttpMethod.Post, "/tx", Body(statement, mode), null, cancellationToken).ConfigureAwait(false);
        var affinity = message.Headers.TryGetValues(AffinityHeader, out var values) ? values.FirstOrDefault() : null;
        return (await QueryApiResponse.ReadAsync(message, cancellationToken).ConfigureAwait(false), affinity);
    }

    /// <summary>Runs a statement in an open transaction.</summary>
    public Task<QueryApiResponse> ContinueAsync(
        string transaction, string? affinity, CypherStatement statement, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, $"/tx/{transaction}", Body(statement, null), affinity, cancellationToken).AsResponse(cancellationToken);

    public Task<QueryApiResponse> CommitAsync(string transaction, string? affinity, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, $"/tx/{transaction}/commit", "{}"u8.ToArray(), affinity, cancellationToken).AsResponse(cancellationToken);

    public Task<QueryApiResponse> RollbackAsync(string transaction, string? affinity, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Delete, $"/tx/{transaction}", null, affinity, cancellationToken).AsResponse(cancellationToken);

    public void Dispose() => http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, ReadOnlyMemory<byte>? body, string? affinity, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, root + path);
        if (body is { } bytes)
        {
            request.Content = new ReadOnlyMemoryContent(bytes);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(TypedJson);
        }

        if (affinity is not null)
        {
            request.Headers.Add(AffinityHeader, affinity);
        }

        try
        {
            return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException failure)
        {
            throw Unreachable(failure);
        }
        catch (TaskCanceledException failure) when (failure.InnerException is TimeoutException)
        {
            throw new CypherDatabaseException(
                DatabaseErrors.Unreachable,
                $"{Address} did not answer within {http.Timeout.TotalSeconds:0} seconds.",
                isTransient: false,
                failure);
        }
    }

    private CypherDatabaseException Unreachable(HttpRequestException failure)
    {
        var isTls = failure.HttpRequestError == HttpRequestError.SecureConnectionError;
        return new CypherDatabaseException(
            DatabaseErrors.Unreachable,
            isTls
                ? $"No secure connection to {Address}: {failure.InnerException?.Message ?? failure.Message} Is the port that of HTTPS, and its certificate one that is trusted?"
                : $"Nothing answers at {Address}: {failure.Message} Is the server up, and the address that of its HTTP connector?",
            isTransient: !isTls,
            failure);
    }

    private static AuthenticationHeaderValue? Authorization(Neo4jOptions options) => options switch
    {
        { BearerToken: { } token } => new AuthenticationHeaderValue("Bearer", token),
        { Username: { } user } => new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{options.Password}"))),
        _ => null,
    };

    private static ReadOnlyMemory<byte> Body(CypherStatement statement, AccessMode? mode)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("statement", statement.Text);
            writer.WriteBoolean("includeCounters", true);
            if (mode is { } access)
            {
                writer.WriteString("accessMode", access == AccessMode.Read ? "READ" : "WRITE");
            }

            writer.WriteStartObject("parameters");
            foreach (var (name, value) in statement.Parameters)
            {
                writer.WritePropertyName(name);
                TypedJsonWriter.Write(writer, value);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
