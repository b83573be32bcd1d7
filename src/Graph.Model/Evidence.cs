namespace Graph.Model;

/// <summary>What one fact rests on: a passage of one sentence.</summary>
/// <param name="Sentence">Index of the sentence; 0 is the headline.</param>
/// <param name="Span">The passage, in the raw text.</param>
/// <param name="Text">The passage letter for letter.</param>
/// <param name="Certainty">How sure this passage is of the fact.</param>
/// <param name="Cue">The word that carries the fact, letter for letter.</param>
/// <param name="Rule">Identifier of the rule that read it.</param>
/// <param name="Confidence">0 to 1; the extractor's own estimate.</param>
public sealed record Evidence(
    int Sentence, TextSpan Span, string Text, Certainty Certainty, string Cue, string Rule, double Confidence);
