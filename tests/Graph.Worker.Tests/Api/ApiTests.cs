using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Graph.Worker.Tests.Api;

/// <summary>The HTTP API over the sample articles: what it answers, and that every refusal is a problem with a code and a remedy.</summary>
public sealed class ApiTests(RunningService service) : IClassFixture<RunningService>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "nowhere", null, 404, "GRA-A002", "GET /api")]
    [InlineData("DELETE", "api/articles/x", null, 405, "GRA-A001", "GET /api")]
    [InlineData("GET", "api/articles/none", null, 404, "GRA-A002", "none")]
    [InlineData("GET", "api/articles?limit=0", null, 400, "GRA-A001", "limit")]
    [InlineData("GET", "api/entities?limit=many", null, 400, "GRA-A001", "limit")]
    [InlineData("GET", "api/entities/none", null, 404, "GRA-A002", "none")]
    [InlineData("GET", "api/graph?center=none", null, 404, "GRA-A002", "none")]
    [InlineData("GET", "api/graph?depth=9", null, 400, "GRA-A001", "depth")]
    [InlineData("POST", "api/cypher", "{}", 400, "GRA-A001", "statement")]
    [InlineData("POST", "api/cypher", "{\"statement\":", 400, "GRA-A001", "JSON")]
    [InlineData("POST", "api/cypher", "{\"statement\":\"MATCH (n RETURN n\"}", 400, "Neo.ClientError.Statement.SyntaxError", "line 1, column 10")]
    [InlineData("POST", "api/cypher", "{\"statement\":\"RETURN $x\"}", 400, "Neo.ClientError.Statement.ParameterMissing", "x")]
    [InlineData("POST", "api/cypher", "{\"statement\":\"CREATE (n)\"}", 403, "GRA-A003", "only reads")]
    [InlineData("POST", "api/cypher", "{\"statement\":\"MATCH (n) DETACH DELETE n\"}", 403, "GRA-A003", "only reads")]
    [InlineData("POST", "api/cypher", "{\"statement\":\"CREATE INDEX FOR (n:A) ON (n.b)\"}", 403, "GRA-A003", "only reads")]
    [InlineData("POST", "api/articles", "[]", 400, "GRA-A001", "object")]
    [InlineData("POST", "api/articles", "{\"title\":\"Talks\",\"date\":\"2031-13-45\"}", 422, "GRA-S005", "2031-13-45")]
    [InlineData("POST", "api/articles", "{\"title\":5}", 422, "GRA-S005", "title")]
    public async Task a_wrong_request_is_answered_with_a_problem(string method, string path, string? body, int status, string code, string told)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await service.Client.SendAsync(request, Cancellation);

        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
        Assert.Equal((status, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Contains(told, $"{problem.GetProperty("title")}. {problem.GetProperty("detail")}", StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", service.Log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("api/cypher")]
    [InlineData("api/articles")]
    public async Task a_form_as_other_sites_can_send_it_is_refused(string path)
    {
        using var content = new StringContent("statement=RETURN 1", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await service.Client.PostAsync(new Uri(path, UriKind.Relative), content, Cancellation);

        Assert.Equal(415, (int)response.StatusCode);
        Assert.Equal("GRA-A001", (await response.Content.ReadFromJsonAsync<JsonElement>(Cancellation)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task the_index_names_every_address_with_what_it_is_for()
    {
        var addresses = (await GetAsync("api")).GetProperty("addresses").EnumerateArray().ToList();

        Assert.Contains(addresses, address => $"{address.GetProperty("method")} {address.GetProperty("path")}" == "POST /api/cypher");
        Assert.All(addresses, address => Assert.NotEqual("", address.GetProperty("summary").GetString()));
    }

    [Fact]
    public async Task articles_and_entities_lead_to_each_other()
    {
        var list = await GetAsync("api/articles?limit=1");
        var article = await GetAsync("api/articles/" + list.GetProperty("articles")[0].GetProperty("id").GetString());
        var entity = await GetAsync("api/entities/" + article.GetProperty("entities")[0].GetProperty("id").GetString());

        Assert.True(list.GetProperty("total").GetInt32() > 1);
        Assert.NotEqual(0, article.GetProperty("sentences").GetArrayLength());
        Assert.All(entity.GetProperty("facts").EnumerateArray(), fact => Assert.NotEqual(0, fact.GetProperty("evidence").GetArrayLength()));
    }

    [Fact]
    public async Task a_query_with_parameters_gives_rows()
    {
        var (statement, parameters) = ("MATCH (s:State {iso3: $iso3}) RETURN s.name AS name, $list AS list", new { iso3 = "SAU", list = new object[] { 1, 2.5, "x" } });
        using var response = await service.Client.PostAsJsonAsync("api/cypher", new { statement, parameters }, Cancellation);

        Assert.Equal(
            """{"columns":["name","list"],"rows":[["Saudi Arabia",[1,2.5,"x"]]],"truncated":false}""", await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task the_explorer_is_served_and_may_load_nothing_from_elsewhere()
    {
        using var response = await service.Client.GetAsync(new Uri("", UriKind.Relative), Cancellation);

        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("default-src 'none'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    private async Task<JsonElement> GetAsync(string path) =>
        await service.Client.GetFromJsonAsync<JsonElement>(new Uri(path, UriKind.Relative), Cancellation);
}
