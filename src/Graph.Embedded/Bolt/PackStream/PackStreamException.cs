namespace Graph.Embedded.Bolt.PackStream;

/// <summary>Bytes are no PackStream, or a message has not the shape of its kind; the connection cannot go on.</summary>
internal sealed class PackStreamException(string message) : Exception(message);
