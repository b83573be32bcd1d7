using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Graph.Embedded.Bolt.Transport;

/// <summary>What a client that begins with HTTP gets: an upgrade to WebSocket, or the discovery document.</summary>
internal sealed class HttpGateway(OriginPolicy origins, Func<string, Discovery> discover)
{
    /// <summary>The Bolt stream inside a WebSocket; null where the request is answered and the connection is to be closed.</summary>
    public async ValueTask<Stream?> AnswerAsync(Stream stream, CancellationToken cancellationToken)
    {
        var request = await HttpRequest.ReadAsync(stream, cancellationToken).ConfigureAwait(false);
        var reply = request switch
        {
            null => Reply("400 Bad Request", "text/plain", "This is a Bolt server: the request is malformed.\n"),
            { Method: not ("GET" or "HEAD") } =>
                Reply("405 Method Not Allowed", "text/plain", "This is a Bolt server: it answers GET only.\n", "Allow: GET, HEAD"),
            _ when !request.Lists("Upgrade", "websocket") => Describe(request),
            _ when !origins.Allows(request["Origin"]) =>
                Reply("403 Forbidden", "text/plain", $"Pages of {request["Origin"]} may not connect: allow the origin in the server's options, or set a password.\n"),
            _ when WebSocketUpgrade.AcceptKey(request) is null =>
                Reply("400 Bad Request", "text/plain", "The upgrade to WebSocket is malformed.\n", "Sec-WebSocket-Version: 13"),
            _ => null,
        };
        if (reply is not null)
        {
            await stream.WriteAsync(reply, cancellationToken).ConfigureAwait(false);
            await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
            return null;
        }

        await stream.WriteAsync(WebSocketUpgrade.Response(request!), cancellationToken).ConfigureAwait(false);
        await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        var inner = request!.Rest.IsEmpty ? stream : new PrefixedStream(request.Rest, stream);

        // No pings: Bolt's own empty chunks are the sign of life. No deflate: neither does Neo4j, and it would cost memory per connection.
        var options = new WebSocketCreationOptions { IsServer = true, KeepAliveInterval = TimeSpan.Zero };
        return WebSocketStream.Create(WebSocket.CreateFromStream(inner, options), WebSocketMessageType.Binary, ownsWebSocket: true);
    }

    private byte[] Describe(HttpRequest request)
    {
        var body = JsonSerializer.Serialize(discover(request["Host"]), DiscoveryJson.Default.Discovery);
        return Reply("200 OK", "application/json", request.Method == "HEAD" ? "" : body, "Access-Control-Allow-Origin: *", "Vary: Accept");
    }

    private static byte[] Reply(string status, string type, string body, params ReadOnlySpan<string> fields)
    {
        var text = new StringBuilder($"HTTP/1.1 {status}\r\nContent-Type: {type}\r\n");
        foreach (var field in fields)
        {
            text.Append(field).Append("\r\n");
        }

        text.Append($"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n").Append(body);
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
