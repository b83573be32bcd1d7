using System.Collections.Immutable;

namespace Graph.Training.Corpora;

/// <summary>A name in a corpus, with the corpus's own label.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="End">One past its last token.</param>
public readonly record struct LabelledSpan(int First, int End, string Label);

/// <summary>A sentence of a corpus annotated for names.</summary>
/// <param name="StartsDocument">Whether <c># newdoc</c> stands before it.</param>
/// <param name="Names">In text order, not overlapping.</param>
public sealed record NameSentence(
    bool StartsDocument, ImmutableArray<string> Tokens, ImmutableArray<LabelledSpan> Names);
