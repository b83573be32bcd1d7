namespace Graph.Embedded.Activity;

/// <summary>A client's connection to a server of the database, as statements about the server tell of it.</summary>
/// <param name="id">Unique among the connections of the server, such as <c>bolt-7</c>.</param>
/// <param name="since">When it was opened.</param>
/// <param name="serverAddress">Host and port by which the client came.</param>
/// <param name="clientAddress">Host and port of the client.</param>
/// <param name="close">Closes it at once; may be called from any thread, and after it has ended.</param>
internal sealed class ClientConnection(string id, DateTimeOffset since, string serverAddress, string clientAddress, Action close)
{
    public string Id { get; } = id;

    public DateTimeOffset Since { get; } = since;

    public string ServerAddress { get; } = serverAddress;

    public string ClientAddress { get; } = clientAddress;

    /// <summary>What the client says that it is; empty until it says.</summary>
    public string UserAgent { get; set; } = "";

    public void Close() => close();
}
