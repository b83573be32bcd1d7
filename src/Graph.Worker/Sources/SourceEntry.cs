using Graph.Model;

namespace Graph.Worker.Sources;

/// <summary>What a reader made of one entry of a source: an article, or the reason why not.</summary>
public abstract record SourceEntry
{
    private SourceEntry()
    {
    }

    /// <summary>An article that may go into the inbox.</summary>
    /// <param name="Article">The article.</param>
    /// <param name="Origin">Where it came from, for messages: file and place.</param>
    public sealed record Read(Article Article, string Origin) : SourceEntry;

    /// <summary>An entry that was left out; the others go on.</summary>
    public sealed record Refused(Refusal Refusal) : SourceEntry;
}
