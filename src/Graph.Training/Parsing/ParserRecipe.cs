using Graph.Language.Models;
using Graph.Training.Learning;
using Graph.Training.Networks;

namespace Graph.Training.Parsing;

/// <summary>How the parser is trained.</summary>
/// <param name="Width">Width of the input and window layers.</param>
/// <param name="Hidden">Width of each direction of a recurrent layer.</param>
/// <param name="Layers">Recurrent layers, at least 3: two below the tags.</param>
/// <param name="Silver">Weight in words of machine-made trees against gold ones; 1 draws as many of either.</param>
internal sealed record ParserRecipe(int Width, int Hidden, int Layers, double Silver, TrainingOptions Options)
{
    private const int TagLayer = 2;
    private const int ArcWidth = 128;
    private const int LabelWidth = 128;
    private static readonly int[] TableRows = [32768, 8192, 8192, 8192, 8192, 8192, 1024];

    /// <summary>The sizes for a vocabulary.</summary>
    public ParserShape Shape(WordVectors vectors, int tags, int labels) => new(
        new EncoderShape(vectors.Dimensions, TableRows, WordWidth: 48, AffixWidth: 16, Width, Hidden, Layers),
        TagLayer, tags, labels, ArcWidth, LabelWidth);
}
