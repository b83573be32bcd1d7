using Graph.Model;

namespace Graph.Store.Provenance;

/// <summary>One passage of an article with the fact that it supports.</summary>
/// <param name="Article">Id of the article.</param>
/// <param name="DocDate">Publication date of the article, yyyy-MM-dd; null where unknown.</param>
/// <param name="Sentence">Index of the sentence; 0 is the headline.</param>
/// <param name="SentenceText">The whole sentence.</param>
/// <param name="Span">The passage, in the raw text.</param>
/// <param name="Certainty">How sure this passage is of the fact.</param>
/// <param name="Confidence">0 to 1; the extractor's own estimate.</param>
/// <param name="Claim">The fact.</param>
public sealed record FactEvidence(
    string Article, string? DocDate, int Sentence, string SentenceText, TextSpan Span, Certainty Certainty, double Confidence,
    FactClaim Claim)
{
    /// <summary>Unique id of the passage with its fact.</summary>
    public required string Id { get; init; }
}
