namespace Graph.Worker.Pipeline;

/// <summary>Stages of the way of an article that are timed.</summary>
public enum Stage
{
    /// <summary>Sources to articles, and into the inbox.</summary>
    Read,

    /// <summary>Text to sentences, tokens, tags, trees and names.</summary>
    Language,

    /// <summary>Sentences to entities and facts.</summary>
    Extraction,

    /// <summary>Facts to the database, commit included.</summary>
    Write,
}
