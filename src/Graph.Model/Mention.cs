namespace Graph.Model;

/// <summary>One place in the text that names or refers to an entity.</summary>
/// <param name="Sentence">Index of the sentence; 0 is the headline.</param>
/// <param name="Span">Where, in the raw text.</param>
/// <param name="Form">How the mention names: <c>name</c>, <c>nominal</c> or <c>pronoun</c>.</param>
/// <param name="Reading">The reading chosen where the surface is ambiguous (<c>government</c>, <c>place</c>); else null.</param>
/// <param name="Rule">Identifier of the rule that linked it.</param>
public sealed record Mention(int Sentence, TextSpan Span, string Form, string? Reading, string Rule);
