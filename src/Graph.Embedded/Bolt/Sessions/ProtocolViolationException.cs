namespace Graph.Embedded.Bolt.Sessions;

/// <summary>A client sent a message that the session cannot take where it stands; the connection cannot go on.</summary>
internal sealed class ProtocolViolationException(string message) : Exception(message);
