namespace Graph.Language.Analysis;

/// <summary>How much the head of each corpus has to say when names are found in news.</summary>
internal static class HeadWeights
{
    /// <summary>The head that was trained on all corpora.</summary>
    public const string All = "all";

    /// <summary>Weights that sum to 1: the head for all corpora decides alone; where a model has none, the others have equal shares.</summary>
    public static float[] For(IReadOnlyList<string> corpora)
    {
        var weights = new float[corpora.Count];
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = corpora.Contains(All) ? (corpora[i] == All ? 1 : 0) : 1f / corpora.Count;
        }

        return weights;
    }
}
