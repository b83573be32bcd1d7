using Graph.Training.Corpora;

namespace Graph.Training.Evaluation;

/// <summary>A gold word and the system's word for the same letters.</summary>
/// <param name="GoldHead">The gold head; null for a root.</param>
/// <param name="SystemHead">The system's head; null for a root.</param>
/// <param name="SystemHeadGold">The gold word that the system's head is aligned with; null for a root or where there is none.</param>
public sealed record AlignedWord(
    ConlluWord Gold, ConlluWord System, ConlluWord? GoldHead, ConlluWord? SystemHead, ConlluWord? SystemHeadGold);
