using System.Text;

namespace Graph.Embedded.Bolt.Transport;

/// <summary>Request line and header fields of an HTTP request.</summary>
internal sealed class HttpRequest
{
    /// <summary>Longest head that is taken.</summary>
    public const int MaxBytes = 8 * 1024;

    private readonly Dictionary<string, string> _fields = new(StringComparer.OrdinalIgnoreCase);

    private HttpRequest(string method, string target) => (Method, Target) = (method, target);

    public string Method { get; }

    public string Target { get; }

    /// <summary>Bytes that came behind the head.</summary>
    public ReadOnlyMemory<byte> Rest { get; private init; }

    /// <summary>Value of a field, several of one name joined by commas; empty where it is absent.</summary>
    public string this[string field] => _fields.GetValueOrDefault(field, "");

    /// <summary>Whether a field that is a list holds the token.</summary>
    public bool Lists(string field, string token) =>
        this[field].Split(',', StringSplitOptions.TrimEntries).Contains(token, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a head; null where it is malformed, longer than <see cref="MaxBytes"/> or cut short.</summary>
    public static async ValueTask<HttpRequest?> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxBytes];
        var length = 0;
        while (length < buffer.Length)
        {
            var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
            if (read == 0)
            {
                return null;
            }

            length += read;
            var end = buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8);
            if (end >= 0)
            {
                return Parse(Encoding.Latin1.GetString(buffer, 0, end), buffer.AsMemory(end + 4, length - end - 4));
            }
        }

        return null;
    }

    private static HttpRequest? Parse(string head, ReadOnlyMemory<byte> rest)
    {
        var lines = head.Split("\r\n");
        var parts = lines[0].Split(' ');
        if (parts is not [var method, var target, "HTTP/1.1" or "HTTP/1.0"])
        {
            return null;
        }

        var request = new HttpRequest(method, target) { Rest = rest };
        foreach (var line in lines.Skip(1))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                return null;
            }

            var (name, value) = (line[..colon], line[(colon + 1)..].Trim());
            request._fields[name] = request._fields.TryGetValue(name, out var earlier) ? $"{earlier}, {value}" : value;
        }

        return request;
    }
}
