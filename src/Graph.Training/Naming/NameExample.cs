namespace Graph.Training.Naming;

/// <summary>A sentence with its gold names in numbers.</summary>
/// <param name="Corpus">Index of the corpus it is from.</param>
/// <param name="Labels">Numbers of <see cref="Graph.Language.Models.NameLabels"/>.</param>
internal sealed record NameExample(int Corpus, string[] Forms, int[] Features, int[] Labels)
{
    public int Words => Forms.Length;
}
