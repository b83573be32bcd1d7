namespace Graph.Training.Naming;

/// <summary>A sentence with its gold names in numbers.</summary>
/// <param name="Head">Number of the head of its corpus; −1 where that has none.</param>
/// <param name="Labels">Numbers of <see cref="Graph.Language.Models.NameLabels"/>; −1 where nothing is known.</param>
internal sealed record NameExample(int Head, string[] Forms, int[] Features, int[] Labels)
{
    public int Words => Forms.Length;
}
