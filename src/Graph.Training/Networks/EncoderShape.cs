namespace Graph.Training.Networks;

/// <summary>Sizes of an encoder.</summary>
/// <param name="VectorDimensions">Length of the frozen word vectors.</param>
/// <param name="TableRows">Rows of each table of hashed embeddings; the first is the word's.</param>
/// <param name="WordWidth">Length of a word's embedding.</param>
/// <param name="AffixWidth">Length of every other embedding.</param>
/// <param name="Width">Width of the input and window layers.</param>
/// <param name="Hidden">Width of each direction of a recurrent layer.</param>
/// <param name="Layers">Number of recurrent layers.</param>
public sealed record EncoderShape(
    int VectorDimensions, IReadOnlyList<int> TableRows, int WordWidth, int AffixWidth, int Width, int Hidden, int Layers)
{
    /// <summary>Length of what describes one word.</summary>
    public int InputWidth => VectorDimensions + WordWidth + ((TableRows.Count - 1) * AffixWidth);

    /// <summary>Length of a word's encoding.</summary>
    public int OutputWidth => 2 * Hidden;

    internal int TableWidth(int table) => table == 0 ? WordWidth : AffixWidth;
}
