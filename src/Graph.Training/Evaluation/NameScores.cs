using Graph.Language;

namespace Graph.Training.Evaluation;

/// <summary>Exact spans and kinds of names, in all and by kind.</summary>
internal sealed class NameScores
{
    private readonly int[] gold = new int[4];
    private readonly int[] found = new int[4];
    private readonly int[] correct = new int[4];

    /// <summary>Of all kinds together.</summary>
    public FScore All => new(gold.Sum(), found.Sum(), correct.Sum());

    /// <summary>Of one kind; a gold name that may be of several kinds counts towards the first of them.</summary>
    public FScore Of(NameKind kind) => new(gold[(int)kind], found[(int)kind], correct[(int)kind]);

    public void AddGold(NameKind kind) => gold[(int)kind]++;

    public void AddFound(NameKind kind, bool isCorrect)
    {
        found[(int)kind]++;
        correct[(int)kind] += isCorrect ? 1 : 0;
    }
}
