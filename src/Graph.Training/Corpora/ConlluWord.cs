namespace Graph.Training.Corpora;

/// <summary>A syntactic word of a CoNLL-U sentence; a column that holds "_" is an empty string, except in <paramref name="Form"/> and <paramref name="Lemma"/>.</summary>
/// <param name="Head">Index of the head in the sentence's words; -1 for the root.</param>
/// <param name="Deprel">Relation to the head, subtype included (<c>nsubj:pass</c>).</param>
public sealed record ConlluWord(
    string Form, string Lemma, string Upos, string Xpos, string Feats, int Head, string Deprel, string Misc);
