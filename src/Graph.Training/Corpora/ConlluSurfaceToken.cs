namespace Graph.Training.Corpora;

/// <summary>What stands in the running text for one word, or for several where clitics are written together ("don't").</summary>
/// <param name="FirstWord">Index of its first word in the sentence.</param>
/// <param name="EndWord">One past its last word.</param>
/// <param name="SpaceAfter">Whether white space follows it in the text.</param>
public sealed record ConlluSurfaceToken(string Form, int FirstWord, int EndWord, bool SpaceAfter)
{
    /// <summary>Whether several words are written as one.</summary>
    public bool IsMultiword => EndWord - FirstWord > 1;
}
