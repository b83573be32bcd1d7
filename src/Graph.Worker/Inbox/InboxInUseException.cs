namespace Graph.Worker.Inbox;

/// <summary>Another process works on the same inbox.</summary>
public sealed class InboxInUseException(string path)
    : Exception($"The inbox {path} is being worked on by another process. Stop it, give it the articles (POST /api/articles), or choose another Graph:Inbox:Path.");
