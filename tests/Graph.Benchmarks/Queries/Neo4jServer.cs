using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Graph.Embedded.Values;

namespace Graph.Benchmarks.Queries;

/// <summary>A real Neo4j over its Query API, to measure against: NEO4J_HTTP_URI, NEO4J_USERNAME, NEO4J_PASSWORD. Its graph is replaced.</summary>
internal sealed class Neo4jServer : IDisposable
{
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromMinutes(10) };
    private readonly Uri _address;

    private Neo4jServer(string uri)
    {
        _address = new Uri($"{uri.TrimEnd('/')}/db/neo4j/query/v2");
        var user = Environment.GetEnvironmentVariable("NEO4J_USERNAME") ?? "neo4j";
        var password = Environment.GetEnvironmentVariable("NEO4J_PASSWORD") ?? "neo4j";
        _client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
    }

    /// <summary>Null where no server is set.</summary>
    public static Neo4jServer? Find() =>
        Environment.GetEnvironmentVariable("NEO4J_HTTP_URI") is { Length: > 0 } uri ? new Neo4jServer(uri) : null;

    /// <summary>Runs a statement; the first value of its first row, 0 where there is none.</summary>
    /// <exception cref="InvalidOperationException">The server refused it.</exception>
    public long Run(string statement, IReadOnlyDictionary<string, Value>? parameters = null)
    {
        var body = new JsonObject { ["statement"] = statement };
        if (parameters is not null)
        {
            body["parameters"] = new JsonObject(parameters.Select(static entry => KeyValuePair.Create(entry.Key, ToJson(entry.Value))));
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, _address)
        {
            Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
        };
        using var response = _client.Send(request);
        using var answer = JsonDocument.Parse(response.Content.ReadAsStream());
        if (answer.RootElement.TryGetProperty("errors", out var errors))
        {
            throw new InvalidOperationException($"Neo4j refuses '{statement}': {errors}");
        }

        var rows = answer.RootElement.GetProperty("data").GetProperty("values");
        return rows.GetArrayLength() > 0 ? rows[0][0].GetInt64() : 0;
    }

    public void Dispose() => _client.Dispose();

    private static JsonNode? ToJson(Value value) => value.Kind switch
    {
        ValueKind.Integer => JsonValue.Create(value.AsInteger),
        ValueKind.Float => JsonValue.Create(value.AsFloat),
        ValueKind.String => JsonValue.Create(value.AsString),
        ValueKind.List => new JsonArray([.. value.AsList.Select(ToJson)]),
        ValueKind.Map => new JsonObject(value.AsMap.Select(static entry => KeyValuePair.Create(entry.Key, ToJson(entry.Value)))),
        var kind => throw new InvalidOperationException($"No parameter of a benchmark is a {kind}."),
    };
}
