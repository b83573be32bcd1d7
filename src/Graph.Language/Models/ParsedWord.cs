namespace Graph.Language.Models;

/// <summary>What the parser says of a word, in its own numbers.</summary>
internal struct ParsedWord
{
    public int Tag;

    /// <summary>Index of the head among the sentence's words; -1 for the root.</summary>
    public int Head;

    public int Label;
}
