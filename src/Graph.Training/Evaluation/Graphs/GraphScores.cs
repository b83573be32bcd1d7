namespace Graph.Training.Evaluation.Graphs;

/// <summary>What was found of gold and what of the extracted is right; the two are counted apart because gold has things that may be left out.</summary>
internal record struct MatchCounts(int GoldFound, int Gold, int Right, int Extracted)
{
    /// <summary>From 0 to 1; 0 where nothing was extracted.</summary>
    public readonly double Precision => Extracted == 0 ? 0 : (double)Right / Extracted;

    /// <summary>From 0 to 1; 0 where gold has nothing.</summary>
    public readonly double Recall => Gold == 0 ? 0 : (double)GoldFound / Gold;

    /// <summary>From 0 to 1.</summary>
    public readonly double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public static MatchCounts operator +(MatchCounts a, MatchCounts b) =>
        new(a.GoldFound + b.GoldFound, a.Gold + b.Gold, a.Right + b.Right, a.Extracted + b.Extracted);
}

/// <summary>The score of one article, or the sum over several.</summary>
internal sealed class GraphScores
{
    private readonly MatchCounts[] byGroup = new MatchCounts[(int)EntityGroup.Other];

    public MatchCounts Entities { get; set; }

    /// <summary>Relations with their type and direction.</summary>
    public MatchCounts Relations { get; set; }

    /// <summary>Pairs of entities that are joined at all.</summary>
    public MatchCounts Pairs { get; set; }

    /// <summary>Forbidden triples that were extracted, of all that could be.</summary>
    public (int Found, int All) Forbidden { get; set; }

    /// <summary>Right relations whose certainty is right too, of those that have one.</summary>
    public (int Right, int All) Certainty { get; set; }

    public ref MatchCounts OfGroup(EntityGroup group) => ref byGroup[(int)group];

    /// <summary>The sum over articles.</summary>
    public static GraphScores Sum(IEnumerable<GraphScores> articles)
    {
        var sum = new GraphScores();
        foreach (var article in articles)
        {
            sum.Entities += article.Entities;
            sum.Relations += article.Relations;
            sum.Pairs += article.Pairs;
            sum.Forbidden = (sum.Forbidden.Found + article.Forbidden.Found, sum.Forbidden.All + article.Forbidden.All);
            sum.Certainty = (sum.Certainty.Right + article.Certainty.Right, sum.Certainty.All + article.Certainty.All);
            for (var group = 0; group < article.byGroup.Length; group++)
            {
                sum.byGroup[group] += article.byGroup[group];
            }
        }

        return sum;
    }
}
