using Graph.Model;

namespace Graph.Language;

/// <summary>A syntactic word of a sentence with its place in the dependency tree.</summary>
/// <param name="Span">Where it stands in the raw text.</param>
/// <param name="Form">The word as written.</param>
/// <param name="Lemma">Its base form, lower case except for proper nouns.</param>
/// <param name="Upos">Universal part of speech (<c>NOUN</c>, <c>VERB</c>, ...).</param>
/// <param name="Xpos">Penn Treebank tag (<c>NNP</c>, <c>VBD</c>, ...).</param>
/// <param name="Head">Index of its head in the sentence; -1 for the root.</param>
/// <param name="Deprel">Universal dependency relation to the head (<c>nsubj</c>, <c>nsubj:pass</c>, ...).</param>
public readonly record struct Token(
    TextSpan Span, string Form, string Lemma, string Upos, string Xpos, int Head, string Deprel);
