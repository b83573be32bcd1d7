namespace Graph.Language.Models;

/// <summary>Room that the parser computes in.</summary>
internal sealed class ParserWorkspace(EncoderWorkspace encoder)
{
    private float[] arcScores = [];
    private int[] integers = [];

    public EncoderWorkspace Encoder { get; } = encoder;

    /// <summary>Scores of tags, then of distances, then of relations.</summary>
    public RowBuffer Scores { get; } = new();

    /// <summary>What the tags add to the encoding, then dependants joined with their heads.</summary>
    public RowBuffer Joined { get; } = new();

    public RowBuffer Dependants { get; } = new();

    public RowBuffer Heads { get; } = new();

    public RowBuffer LabelDependants { get; } = new();

    public RowBuffer LabelHeads { get; } = new();

    public SpanningTree Tree { get; } = new();

    public FactorBuffer DependantFactors { get; } = new();

    public FactorBuffer HeadFactors { get; } = new();

    /// <summary>A row for each of <paramref name="words"/>, one column for the root and each word as head.</summary>
    public Span<float> ArcScores(int words)
    {
        var needed = words * (words + 1);
        if (arcScores.Length < needed)
        {
            arcScores = new float[needed * 5 / 4];
        }

        return arcScores.AsSpan(0, needed);
    }

    public Span<int> HeadsOf(int words) => Integers(words)[..words];

    /// <summary>Room for the products of a word with all others; apart from <see cref="HeadsOf"/>.</summary>
    public Span<int> Products(int words) => Integers(words)[words..];

    private Span<int> Integers(int words)
    {
        if (integers.Length < 2 * words)
        {
            integers = new int[words * 3];
        }

        return integers.AsSpan(0, 2 * words);
    }
}
