using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Graph.Embedded.Bolt.Transport;

/// <summary>The opening handshake of WebSocket (RFC 6455, section 4.2).</summary>
internal static class WebSocketUpgrade
{
    private const string KeySuffix = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private const int KeyBytes = 16;

    /// <summary>The answer to the client's key; null where the request is no valid upgrade.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "RFC 6455 prescribes SHA-1, as a check against mistaken requests, not for secrecy.")]
    public static string? AcceptKey(HttpRequest request)
    {
        var key = request["Sec-WebSocket-Key"];
        var isValid = request.Method == "GET" && request.Lists("Connection", "Upgrade") && request["Sec-WebSocket-Version"] == "13"
            && Convert.TryFromBase64String(key, new byte[KeyBytes + 8], out var bytes) && bytes == KeyBytes;
        return isValid ? Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + KeySuffix))) : null;
    }

    public static byte[] Response(HttpRequest request) => Encoding.ASCII.GetBytes(
        $"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {AcceptKey(request)}\r\n\r\n");
}
