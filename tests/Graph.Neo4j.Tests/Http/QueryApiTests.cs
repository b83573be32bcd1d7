using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Graph.Store.Port;

namespace Graph.Neo4j.Tests.Http;

/// <summary>The client of the Query API against a server that misbehaves.</summary>
public sealed class QueryApiTests
{
    private const string Deadlock = "Neo.TransientError.Transaction.DeadlockDetected";

    private static readonly CypherStatement One = new("RETURN 1 AS one");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, "Basic bmVvNGo6c2VjcmV0")]
    [InlineData("token", "Bearer token")]
    public async Task the_login_is_sent_and_a_token_wins(string? token, string header)
    {
        await using var server = new LoopbackServer([LoopbackReply.Version]);
        await using var database = await ConnectAsync(server, options => options with { BearerToken = token });

        Assert.Contains($"Authorization: {header}\r\n", Assert.Single(server.Requests), StringComparison.Ordinal);
        Assert.StartsWith("Neo4j/5.26.0 at http://localhost:", database.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_transient_error_runs_the_whole_work_again()
    {
        await using var server = new LoopbackServer(
            [LoopbackReply.Version, LoopbackReply.Rows("one", "1"), LoopbackReply.Error(Deadlock), LoopbackReply.Json(200, "{}"), LoopbackReply.Rows("one", "1"), LoopbackReply.Rows("one", "1"), LoopbackReply.Json(202, "{}")]);
        await using var database = await ConnectAsync(server);
        var runs = 0;
        var result = await database.TransactAsync(AccessMode.Write, async (transaction, token) =>
        {
            runs++;
            await transaction.RunAsync(One, token);
            return await transaction.RunAsync(One, token);
        }, Cancellation);

        Assert.Equal(2, runs);
        Assert.Equal(1L, result.Rows[0][0]);
        Assert.Contains("/commit", server.Requests.Last(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Neo.ClientError.Statement.SyntaxError")]
    [InlineData("Neo.ClientError.Security.Unauthorized")]
    [InlineData("Neo.TransientError.Transaction.Terminated")]
    public async Task any_other_error_passes_through_at_once(string code)
    {
        await using var server = new LoopbackServer([LoopbackReply.Version, LoopbackReply.Error(code)]);
        await using var database = await ConnectAsync(server);
        var failure = await Assert.ThrowsAsync<CypherDatabaseException>(() => database.RunAsync(One, AccessMode.Read, Cancellation));

        Assert.Equal((code, "said the server"), (failure.Code, failure.Message));
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task a_connection_that_breaks_at_the_commit_leaves_its_fate_open()
    {
        await using var server = new LoopbackServer([LoopbackReply.Version, LoopbackReply.Rows("one", "1"), LoopbackReply.Broken, LoopbackReply.Broken, LoopbackReply.Broken]);
        await using var database = await ConnectAsync(server);
        var failure = await Assert.ThrowsAsync<CypherDatabaseException>(() => database.TransactAsync(
            AccessMode.Write, (transaction, token) => transaction.RunAsync(One, token), Cancellation));

        Assert.Equal(DatabaseErrors.CommitUnknown, failure.Code);
        Assert.False(failure.IsTransient);
    }

    [Fact]
    public async Task a_gateway_without_its_server_is_asked_again()
    {
        await using var server = new LoopbackServer([LoopbackReply.Of(503, "text/html", "<html>down</html>"), LoopbackReply.Version]);
        await using var database = await ConnectAsync(server);

        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData(200, "<html>Welcome</html>")]
    [InlineData(404, "")]
    [InlineData(200, "{\"data\":{}}")]
    public async Task what_is_no_query_api_is_said_to_be_none(int status, string body)
    {
        await using var server = new LoopbackServer([LoopbackReply.Of(status, "text/html", body)]);
        var failure = await Assert.ThrowsAsync<CypherDatabaseException>(() => ConnectAsync(server));

        Assert.Equal(DatabaseErrors.Protocol, failure.Code);
        Assert.Contains("Query API", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_address_where_nothing_listens_is_named()
    {
        var gone = new LoopbackServer([]);
        var address = gone.Address;
        await gone.DisposeAsync();
        var failure = await Assert.ThrowsAsync<CypherDatabaseException>(
            () => Neo4jDatabase.ConnectAsync(new Neo4jOptions { Uri = address }, new EagerTime(), Cancellation));

        Assert.Equal(DatabaseErrors.Unreachable, failure.Code);
        Assert.Contains(address.Authority, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_cancelled_request_ends_at_once()
    {
        await using var server = new LoopbackServer([LoopbackReply.Version, LoopbackReply.Silent]);
        await using var database = await ConnectAsync(server);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var running = database.RunAsync(One, AccessMode.Read, stop.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }

    [Fact]
    public async Task a_certificate_of_its_own_is_trusted_when_its_file_is_named()
    {
        using var certificate = SelfSigned();
        var folder = Directory.CreateTempSubdirectory("graph-neo4j-");
        var file = Path.Combine(folder.FullName, "server.pem");
        await File.WriteAllTextAsync(file, certificate.ExportCertificatePem(), Encoding.ASCII, Cancellation);
        await using var server = new LoopbackServer([LoopbackReply.Version], certificate);

        var failure = await Assert.ThrowsAsync<CypherDatabaseException>(() => ConnectAsync(server));
        Assert.Contains("No secure connection", failure.Message, StringComparison.Ordinal);
        Assert.False(failure.IsTransient);

        await using var database = await ConnectAsync(server, options => options with { TrustedCertificateFile = file });
        Assert.Single(server.Requests);
        folder.Delete(recursive: true);
    }

    private static Task<ICypherDatabase> ConnectAsync(LoopbackServer server, Func<Neo4jOptions, Neo4jOptions>? change = null)
    {
        var options = new Neo4jOptions { Uri = server.Address, Username = "neo4j", Password = "secret" };
        return Neo4jDatabase.ConnectAsync(change?.Invoke(options) ?? options, new EagerTime(), Cancellation);
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
