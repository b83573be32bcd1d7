namespace Graph.Embedded.Bolt;

/// <summary>The client is gone, or does not take what is sent to it.</summary>
internal sealed class ConnectionLostException(Exception innerException) : Exception("The connection is lost.", innerException);
