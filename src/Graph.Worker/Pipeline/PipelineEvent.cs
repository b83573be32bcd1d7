using Graph.Model;
using Graph.Worker.Inbox;

namespace Graph.Worker.Pipeline;

/// <summary>An article left the pipeline.</summary>
/// <param name="Message">The message that was settled.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Document">What was extracted; null where extraction failed.</param>
public sealed record PipelineEvent(InboxMessage Message, Outcome Outcome, GraphDocument? Document);
