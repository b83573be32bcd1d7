using System.Collections.Immutable;

namespace Graph.Training.Corpora;

/// <summary>A sentence of a CoNLL-U corpus.</summary>
/// <param name="Id">Its <c>sent_id</c>; empty where the corpus gives none.</param>
/// <param name="StartsDocument">Whether <c># newdoc</c> stands before it.</param>
/// <param name="StartsParagraph">Whether <c># newpar</c> or <c># newdoc</c> stands before it.</param>
/// <param name="Tokens">The running text; every word belongs to exactly one of them, in order.</param>
public sealed record ConlluSentence(
    string Id,
    bool StartsDocument,
    bool StartsParagraph,
    ImmutableArray<ConlluWord> Words,
    ImmutableArray<ConlluSurfaceToken> Tokens);
