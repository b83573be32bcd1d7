using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Graph.Embedded.Bolt.Tls;
using Graph.Embedded.Tests.Bolt.Wire;

namespace Graph.Embedded.Tests.Bolt.Transport;

public sealed class TransportTests
{
    private static readonly BoltTlsOptions Certificate = BoltCertificates.SelfSigned(["localhost", "127.0.0.1"], TimeSpan.FromDays(1), TimeProvider.System);

    [Fact]
    public async Task Bolt_works_inside_a_WebSocket()
    {
        await using var fixture = await BoltFixture.StartAsync();
        using var socket = await ConnectWebSocketAsync(fixture);
        await using var client = WireClient.Over(WebSocketStream.Create(socket, WebSocketMessageType.Binary));

        await client.ShakeHandsAsync(5, 3);
        await client.SayAsync("HELLO {user_agent: \"test/1\"}", "LOGON {scheme: \"basic\", principal: \"\", credentials: \"\"}", "RUN \"ROWS 3000\" {} {}", "PULL {n: 3000}");

        Assert.StartsWith("SUCCESS {server", await client.HearAsync(), StringComparison.Ordinal);
        Assert.Equal("SUCCESS {}", await client.HearAsync());
        Assert.StartsWith("SUCCESS {t_first", await client.HearAsync(), StringComparison.Ordinal);
        for (var i = 1; i <= 3000; i++)
        {
            Assert.Equal($"RECORD [{i}]", await client.HearAsync());
        }
    }

    [Fact]
    public async Task A_WebSocket_that_is_closed_gets_its_answer()
    {
        await using var fixture = await BoltFixture.StartAsync();
        using var socket = await ConnectWebSocketAsync(fixture);
        await using (var client = WireClient.Over(WebSocketStream.Create(socket, WebSocketMessageType.Binary)))
        {
            await client.ShakeHandsAsync(5, 3);
            await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, TestContext.Current.CancellationToken);
        }

        Assert.Equal(WebSocketState.Closed, socket.State);
    }

    [Fact]
    public async Task A_WebSocket_that_breaks_while_a_statement_runs_ends_the_connection_only()
    {
        var failures = new ConcurrentQueue<Exception>();
        await using (var fixture = await BoltFixture.StartAsync(BoltFixture.Options with { OnUnexpectedFailure = failures.Enqueue }))
        {
            await using var raw = await WireClient.ConnectAsync(fixture.Server.EndPoint);
            await raw.SendAsync(InWebSocket("RUN \"WAIT\" {} {}", "PULL {n: -1}"));
            await fixture.Database.Waiting.WaitAsync(TestContext.Current.CancellationToken);

            byte[] frameOfNoKnownKind = [0x8F, 0x80, 0, 0, 0, 0];
            await raw.SendAsync(frameOfNoKnownKind);
            using var end = new MemoryStream();
            await raw.Stream.CopyToAsync(end, TestContext.Current.CancellationToken);
        }

        Assert.Empty(failures);
    }

    /// <summary>Which of the two sides of the server meets the loss first is left to chance, so it is tried often.</summary>
    [Fact]
    public async Task A_WebSocket_whose_client_vanishes_while_rows_are_sent_ends_the_connection_only()
    {
        var failures = new ConcurrentQueue<Exception>();
        await using (var fixture = await BoltFixture.StartAsync(BoltFixture.Options with { OnUnexpectedFailure = failures.Enqueue }))
        {
            for (var i = 0; i < 30; i++)
            {
                using var socket = new Socket(fixture.Server.EndPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
                await socket.ConnectAsync(fixture.Server.EndPoint, TestContext.Current.CancellationToken);
                await socket.SendAsync(InWebSocket("RUN \"ROWS 5000\" {} {}", "PULL {n: -1}", "RUN \"ROWS 5000\" {} {}", "PULL {n: -1}"));
                await socket.ReceiveAsync(new byte[1_000 * i], TestContext.Current.CancellationToken);
                socket.LingerState = new LingerOption(true, 0);
            }
        }

        Assert.Empty(failures);
    }

    [Fact]
    public async Task Http_gets_the_discovery_document()
    {
        await using var fixture = await BoltFixture.StartAsync();
        using var http = new HttpClient();

        using var reply = await http.GetAsync(new Uri($"http://{fixture.Server.EndPoint}/"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal("application/json", reply.Content.Headers.ContentType!.MediaType);
        Assert.Equal("*", Assert.Single(reply.Headers.GetValues("Access-Control-Allow-Origin")));
        using var document = JsonDocument.Parse(await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal($"bolt://{fixture.Server.EndPoint}", document.RootElement.GetProperty("bolt_direct").GetString());
        Assert.Equal($"neo4j://{fixture.Server.EndPoint}", document.RootElement.GetProperty("bolt_routing").GetString());
        Assert.Equal("5.26.0", document.RootElement.GetProperty("neo4j_version").GetString());
    }

    [Theory]
    [InlineData("POST / HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 405")]
    [InlineData("GET /\r\n\r\n", "HTTP/1.1 400")]
    [InlineData("GET / HTTP/1.1\r\nnonsense\r\n\r\n", "HTTP/1.1 400")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\"b\r\n\r\n", "HTTP/1.1 200")]
    [InlineData("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n", "HTTP/1.1 200")]
    [InlineData("GET / HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: short\r\n\r\n", "HTTP/1.1 400")]
    [InlineData("GET / HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 8\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n", "HTTP/1.1 400")]
    public async Task Other_requests_get_a_clear_status(string request, string status)
    {
        await using var fixture = await BoltFixture.StartAsync();
        await using var client = await WireClient.ConnectAsync(fixture.Server.EndPoint);

        await client.SendAsync(Encoding.ASCII.GetBytes(request));

        using var reply = new StreamReader(client.Stream, Encoding.UTF8);
        var text = await reply.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith(status, text, StringComparison.Ordinal);
        Assert.DoesNotContain("a\"b", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_never_ends_is_refused()
    {
        await using var fixture = await BoltFixture.StartAsync();
        await using var client = await WireClient.ConnectAsync(fixture.Server.EndPoint);

        await client.SendAsync([.. "GET / HTTP/1.1\r\n"u8, .. Enumerable.Repeat((byte)'x', 9_000)]);

        Assert.Equal("HTTP/1.1 400", Encoding.ASCII.GetString(await client.ReceiveAsync(12)));
    }

    [Theory]
    [InlineData("http://localhost:7474", null, true)]
    [InlineData("http://127.0.0.1:1", null, true)]
    [InlineData("https://[::1]", null, true)]
    [InlineData("https://evil.example", null, false)]
    [InlineData("http://localhost.evil.example", null, false)]
    [InlineData("null", null, false)]
    [InlineData("https://browser.example", "secret", true)]
    public async Task Without_a_password_only_pages_of_this_machine_may_connect(string origin, string? password, bool isAllowed)
    {
        await using var fixture = await BoltFixture.StartAsync(BoltFixture.Options with { Password = password });

        Assert.Equal(isAllowed, await CanConnectAsync(fixture, origin));
    }

    [Fact]
    public async Task Where_origins_are_listed_only_they_may_connect()
    {
        await using var fixture = await BoltFixture.StartAsync(BoltFixture.Options with { AllowedOrigins = ["https://browser.example"] });

        Assert.True(await CanConnectAsync(fixture, "https://browser.example"));
        Assert.False(await CanConnectAsync(fixture, "http://localhost:7474"));
    }

    [Fact]
    public async Task With_TLS_optional_both_kinds_connect()
    {
        var tls = new BoltTlsOptions(Certificate.Certificate) { IsRequired = false };
        await using var fixture = await BoltFixture.StartAsync(BoltFixture.Options with { Tls = tls });
        await using var plain = await fixture.LogInAsync();
        await using var secure = await WireClient.ConnectTlsAsync(fixture.Server.EndPoint, Certificate.Certificate);

        await AssertAnswersAsync(secure);
        Assert.StartsWith("bolt://", fixture.Server.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_TLS_required_plain_connections_are_closed()
    {
        await using var fixture = await BoltFixture.StartAsync(BoltFixture.Options with { Tls = Certificate });
        await using var plain = await WireClient.ConnectAsync(fixture.Server.EndPoint);
        await using var secure = await WireClient.ConnectTlsAsync(fixture.Server.EndPoint, Certificate.Certificate);

        await plain.SendAsync(WireClient.Magic);
        await plain.ExpectEndAsync();
        await AssertAnswersAsync(secure);
        Assert.StartsWith("bolt+ssc://", fixture.Server.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_TLS_a_WebSocket_and_the_discovery_document_are_served_too()
    {
        await using var fixture = await BoltFixture.StartAsync(BoltFixture.Options with { Tls = Certificate });
        using var socket = new ClientWebSocket();
        socket.Options.RemoteCertificateValidationCallback = (_, shown, _, _) => Certificate.Certificate.Equals(shown);
        using var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => Certificate.Certificate.Equals(shown);
        using var http = new HttpClient(handler);

        await socket.ConnectAsync(new Uri($"wss://{fixture.Server.EndPoint}/"), TestContext.Current.CancellationToken);
        await using var client = WireClient.Over(WebSocketStream.Create(socket, WebSocketMessageType.Binary));
        var discovery = await http.GetStringAsync(new Uri($"https://{fixture.Server.EndPoint}/"), TestContext.Current.CancellationToken);

        await AssertAnswersAsync(client);
        using var document = JsonDocument.Parse(discovery);
        Assert.Equal($"bolt+ssc://{fixture.Server.EndPoint}", document.RootElement.GetProperty("bolt_direct").GetString());
    }

    [Fact]
    public async Task A_failure_that_ends_a_TLS_connection_reaches_the_client()
    {
        await using var fixture = await BoltFixture.StartAsync(BoltFixture.Options with { Tls = Certificate });
        await using var client = await WireClient.ConnectTlsAsync(fixture.Server.EndPoint, Certificate.Certificate);
        await client.ShakeHandsAsync(5, 4);

        await client.SayAsync("COMMIT");

        Assert.StartsWith("FAILURE", await client.HearAsync(), StringComparison.Ordinal);
        await client.ExpectEndAsync();
    }

    [Fact]
    public async Task TLS_that_is_none_ends_the_connection_only()
    {
        await using var fixture = await BoltFixture.StartAsync(BoltFixture.Options with { Tls = Certificate });
        await using (var client = await WireClient.ConnectAsync(fixture.Server.EndPoint))
        {
            await client.SendAsync([0x16, 0x03, 0x01, 0x00, 0x05, 1, 2, 3, 4, 5]);
            var rest = new byte[100];
            while (await client.Stream.ReadAsync(rest, TestContext.Current.CancellationToken) > 0)
            {
                // An alert, perhaps.
            }
        }

        await using var secure = await WireClient.ConnectTlsAsync(fixture.Server.EndPoint, Certificate.Certificate);
        await AssertAnswersAsync(secure);
    }

    /// <summary>A client's bytes from the upgrade through log-in to the messages, in one frame.</summary>
    private static byte[] InWebSocket(params string[] messages)
    {
        string[] all = ["HELLO {user_agent: \"test/1\"}", "LOGON {scheme: \"none\"}", .. messages];
        byte[] conversation =
        [
            .. WireClient.Magic, 0, 0, 4, 5, .. new byte[12],
            .. all.SelectMany(message => WireCodec.Chunk(WireCodec.Pack(WireText.ParseMessage(message)))),
        ];
        return
        [
            .. "GET / HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"u8,
            0x82, 0xFE, (byte)(conversation.Length >> 8), (byte)conversation.Length, 0, 0, 0, 0, .. conversation,
        ];
    }

    private static async Task AssertAnswersAsync(WireClient client)
    {
        await client.ShakeHandsAsync(5, 4);
        await client.SayAsync("HELLO {user_agent: \"test/1\"}", "LOGON {scheme: \"none\"}");
        Assert.StartsWith("SUCCESS {server", await client.HearAsync(), StringComparison.Ordinal);
    }

    private static async Task<bool> CanConnectAsync(BoltFixture fixture, string origin)
    {
        try
        {
            using var socket = await ConnectWebSocketAsync(fixture, origin);
            return true;
        }
        catch (WebSocketException refusal)
        {
            Assert.Contains("403", refusal.Message, StringComparison.Ordinal);
            return false;
        }
    }

    private static async Task<ClientWebSocket> ConnectWebSocketAsync(BoltFixture fixture, string? origin = null)
    {
        var socket = new ClientWebSocket();
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        await socket.ConnectAsync(new Uri($"ws://{fixture.Server.EndPoint}/"), TestContext.Current.CancellationToken);
        return socket;
    }
}
