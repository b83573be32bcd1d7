using System.Collections.Immutable;
using Graph.Extraction.Certainties;
using Graph.Extraction.Entities;

namespace Graph.Extraction.Facts;

/// <summary>Where the text says a fact.</summary>
/// <param name="Sentence">Index of the sentence.</param>
/// <param name="First">First token of the passage.</param>
/// <param name="End">One past its last token.</param>
/// <param name="Cue">The token that carries the fact.</param>
/// <param name="Rule">Identifier of the rule that read it.</param>
/// <param name="Reading">How certain the passage is.</param>
internal readonly record struct FactEvidence(int Sentence, int First, int End, int Cue, string Rule, CertaintyReading Reading);

/// <summary>One reading of a relationship between two entities; several may be evidence of the same fact.</summary>
internal sealed record FactDraft
{
    public required EntityDraft From { get; init; }

    public required string Type { get; init; }

    public required EntityDraft To { get; init; }

    public required FactEvidence Evidence { get; init; }

    /// <summary>What tells apart two facts of one type between the same two.</summary>
    public string Qualifier { get; init; } = "";

    /// <summary>Properties; values are string, long, double, bool, a list of strings, or an <see cref="EntityDraft"/> whose id will stand for it.</summary>
    public ImmutableSortedDictionary<string, object> Properties { get; init; } = Model.PropertyMap.Empty;
}
