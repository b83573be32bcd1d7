using System.Collections.Immutable;

namespace Graph.Language;

/// <summary>The analysed text of one article. Sentence 0 is the headline.</summary>
public sealed class ParsedDocument
{
    /// <summary>The raw text that every span counts in.</summary>
    public required string Text { get; init; }

    /// <summary>The document date that relative expressions were resolved against; null where unknown.</summary>
    public required DateOnly? Date { get; init; }

    public required ImmutableArray<Sentence> Sentences { get; init; }
}
