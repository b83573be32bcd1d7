namespace Graph.Language.Analysis;

/// <summary>How much the head of each corpus has to say when names are found in news.</summary>
internal static class HeadWeights
{
    /// <summary>Weights that sum to 1.</summary>
    public static float[] For(IReadOnlyList<string> corpora)
    {
        var weights = new float[corpora.Count];
        weights.AsSpan().Fill(1f / corpora.Count);
        return weights;
    }
}
