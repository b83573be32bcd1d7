using System.Runtime.InteropServices;

namespace Graph.Language.Models;

/// <summary>Sentences that run through the models together: one row for each word, and a row of zeros before, between and after sentences.</summary>
/// <remarks>The rows of zeros are what the window layer sees beyond a sentence's ends.</remarks>
internal sealed class SentenceChunk
{
    /// <summary>A chunk takes sentences until it has this many rows.</summary>
    public const int FullRows = 384;

    private readonly List<(int First, int End)> sentences = [];
    private int[] features = new int[FullRows * FeatureExtractor.Count];

    /// <summary>The rows of each sentence, in text order.</summary>
    public ReadOnlySpan<(int First, int End)> Sentences => CollectionsMarshal.AsSpan(sentences);

    /// <summary>Rows in all, those of zeros included.</summary>
    public int Rows => sentences.Count == 0 ? 1 : sentences[^1].End + 1;

    /// <summary>What the encoder reads of each row; rows of zeros hold nothing of meaning.</summary>
    public ReadOnlySpan<int> FeaturesOf(int row) =>
        features.AsSpan(row * FeatureExtractor.Count, FeatureExtractor.Count);

    public void Clear() => sentences.Clear();

    /// <summary>Appends a sentence and returns room for the features of its words.</summary>
    public Span<int> Add(int words)
    {
        var first = Rows;
        sentences.Add((first, first + words));
        var needed = Rows * FeatureExtractor.Count;
        if (needed > features.Length)
        {
            Array.Resize(ref features, Math.Max(needed, 2 * features.Length));
        }

        return features.AsSpan(first * FeatureExtractor.Count, words * FeatureExtractor.Count);
    }
}
