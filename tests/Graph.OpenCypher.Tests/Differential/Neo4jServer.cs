using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Graph.Embedded.Values;

namespace Graph.OpenCypher.Tests.Differential;

/// <summary>A real Neo4j over its Query API: NEO4J_HTTP_URI, NEO4J_USERNAME, NEO4J_PASSWORD.</summary>
internal sealed class Neo4jServer : IAnswering, IDisposable
{
    public const string Variable = "NEO4J_HTTP_URI";

    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromMinutes(3) };
    private readonly Uri _address;

    private Neo4jServer(string uri)
    {
        _address = new Uri($"{uri.TrimEnd('/')}/db/neo4j/query/v2");
        var user = Environment.GetEnvironmentVariable("NEO4J_USERNAME") ?? "neo4j";
        var password = Environment.GetEnvironmentVariable("NEO4J_PASSWORD") ?? "neo4j";
        _client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));
        _client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/vnd.neo4j.query"));
    }

    /// <summary>Null where no server is set.</summary>
    public static Neo4jServer? Find() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } uri ? new Neo4jServer(uri) : null;

    public async Task<Answer> RunAsync(string cypher, IReadOnlyDictionary<string, Value> parameters)
    {
        var body = new JsonObject
        {
            ["statement"] = cypher,
            ["parameters"] = new JsonObject(parameters.Select(static entry => KeyValuePair.Create(entry.Key, ToJson(entry.Value)))),
        };
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/vnd.neo4j.query");
        using var response = await _client.PostAsync(_address, content);
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        if (document.RootElement.TryGetProperty("errors", out var errors) && errors.GetArrayLength() > 0)
        {
            return Answer.OfError(errors[0].GetProperty("code").GetString()!, errors[0].GetProperty("message").GetString()!);
        }

        var data = document.RootElement.GetProperty("data");
        return new Answer(
            [.. data.GetProperty("fields").EnumerateArray().Select(static field => field.GetString()!)],
            [.. data.GetProperty("values").EnumerateArray().Select(static row => string.Join(" | ", row.EnumerateArray().Select(ComparableText.Of)))],
            null, null);
    }

    public void Dispose() => _client.Dispose();

    private static JsonNode? ToJson(Value value) => value.Kind switch
    {
        ValueKind.Null => Typed("Null", null),
        ValueKind.Boolean => Typed("Boolean", value.AsBoolean),
        ValueKind.Integer => Typed("Integer", ValueText.Plain(value)),
        ValueKind.Float => Typed("Float", ValueText.Plain(value)),
        ValueKind.String => Typed("String", value.AsString),
        ValueKind.List => Typed("List", new JsonArray([.. value.AsList.Select(ToJson)])),
        ValueKind.Map => Typed("Map", new JsonObject(value.AsMap.Select(static entry => KeyValuePair.Create(entry.Key, ToJson(entry.Value))))),
        ValueKind.Point => Typed("Point", ComparableText.Of(value)),
        ValueKind.DateTime => Typed(value.Zone.Name is null ? "OffsetDateTime" : "ZonedDateTime", ValueText.Plain(value)),
        var kind => Typed(kind.ToString(), ValueText.Plain(value)),
    };

    private static JsonObject Typed(string type, JsonNode? value) => new() { ["$type"] = type, ["_value"] = value };
}
