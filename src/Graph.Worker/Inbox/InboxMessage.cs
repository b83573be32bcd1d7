using Graph.Model;

namespace Graph.Worker.Inbox;

/// <summary>An article whose turn it is.</summary>
/// <param name="Sequence">Key of this reception; the same article received again has another.</param>
/// <param name="Article">The article.</param>
/// <param name="Origin">Where it came from, for messages.</param>
/// <param name="Attempts">How often it was taken, this time included.</param>
public sealed record InboxMessage(long Sequence, Article Article, string Origin, int Attempts);
