using Graph.Language.Models;
using Graph.Training.Embeddings;
using Graph.Training.Networks;

namespace Graph.Training.Tests.Networks;

/// <summary>Word vectors and sizes that are small enough for a test.</summary>
internal static class SmallNetworks
{
    private const int Dimensions = 8;

    public static WordVectors Vectors { get; } = WordVectorBuilder.Build(Embeddings(), groupSize: 4, fitted: 40, seed: 3);

    public static EncoderShape Shape(int layers) => new(
        Dimensions, [64, 32, 32, 32, 32, 32, 16], WordWidth: 8, AffixWidth: 4, Width: 16, Hidden: 16, layers);

    private static EmbeddingFile Embeddings()
    {
        string[] words = ["the", "envoy", "left", "oslo", "for", "talks", "with", "a", "minister", "."];
        var random = new SeededRandom(9);
        var values = new float[words.Length * 4 * Dimensions];
        foreach (ref var value in values.AsSpan())
        {
            value = random.NextNormal();
        }

        return new EmbeddingFile([.. words, .. Enumerable.Range(0, words.Length * 3).Select(i => $"w{i}")], values, Dimensions);
    }
}
