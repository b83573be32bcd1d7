namespace Graph.Training.Evaluation;

/// <summary>The scores of the CoNLL 2018 shared task.</summary>
/// <param name="Tokens">Surface tokens with the same letters.</param>
/// <param name="Sentences">Sentences that begin and end alike.</param>
/// <param name="Words">Syntactic words, aligned.</param>
/// <param name="Upos">Aligned words with the same UPOS; the other fields likewise.</param>
/// <param name="Las">Head and the universal part of the relation are right.</param>
public sealed record ConllScores(
    FScore Tokens,
    FScore Sentences,
    FScore Words,
    FScore Upos,
    FScore Xpos,
    FScore Lemmas,
    FScore Uas,
    FScore Las);
