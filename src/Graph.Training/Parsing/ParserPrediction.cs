namespace Graph.Training.Parsing;

/// <summary>What a parser says of a sentence, in numbers of its vocabulary.</summary>
internal sealed record ParserPrediction(int[] Tags, int[] Heads, int[] Labels);
