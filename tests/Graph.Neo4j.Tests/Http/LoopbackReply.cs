using System.Text;

namespace Graph.Neo4j.Tests.Http;

/// <summary>What a <see cref="LoopbackServer"/> answers to one request.</summary>
/// <param name="Text">The whole answer; null closes the connection without one.</param>
/// <param name="IsSilent">Whether the connection is kept open without an answer.</param>
internal sealed record LoopbackReply(string? Text, bool IsSilent = false)
{
    public static readonly LoopbackReply Broken = new((string?)null);

    public static readonly LoopbackReply Silent = new(null, IsSilent: true);

    /// <summary>The answer to the client's first question.</summary>
    public static LoopbackReply Version => Rows("version", "\"5.26.0\"");

    /// <summary>One row with one text or whole number.</summary>
    public static LoopbackReply Rows(string column, string value)
    {
        var isText = value.StartsWith('"');
        var cell = $"\"$type\":\"{(isText ? "String" : "Integer")}\",\"_value\":{(isText ? value : $"\"{value}\"")}";
        return Json(202, "{\"data\":{\"fields\":[\"" + column + "\"],\"values\":[[{" + cell + "}]]},\"transaction\":{\"id\":\"t1\"}}");
    }

    public static LoopbackReply Error(string code) => Json(400, $$"""{"errors":[{"code":"{{code}}","message":"said the server"}]}""");

    public static LoopbackReply Json(int status, string body) => Of(status, "application/vnd.neo4j.query", body);

    public static LoopbackReply Of(int status, string type, string body) => new(
        $"HTTP/1.1 {status} Status\r\nContent-Type: {type}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");
}
