namespace Graph.Worker.Commands;

/// <summary>The command was used wrongly in a way that only its work finds out.</summary>
public sealed class UsageException(string message) : Exception(message);
