namespace Graph.Training.Parsing;

/// <summary>A sentence with its gold tree in numbers.</summary>
/// <param name="Features">What the encoder reads of each word.</param>
/// <param name="Tags">Numbers of the joint tags; −1 where the vocabulary lacks one.</param>
/// <param name="Heads">Index of each head; −1 the root, <see cref="UnknownHead"/> where the annotators did not agree.</param>
/// <param name="Labels">Numbers of the relations; −1 where the vocabulary lacks one.</param>
internal sealed record ParserExample(string[] Forms, int[] Features, int[] Tags, int[] Heads, int[] Labels)
{
    /// <summary>A head that nothing is learned from.</summary>
    public const int UnknownHead = -2;

    public int Words => Forms.Length;
}
