namespace Graph.Worker.Databases;

/// <summary>The configured database cannot be opened or reached; the message says why and what helps.</summary>
public sealed class DatabaseUnavailableException(string message, Exception? innerException = null) : Exception(message, innerException);
