using System.Runtime.InteropServices;
using Graph.Language.Models;

namespace Graph.Training.Embeddings;

/// <summary>Compresses published word vectors into what the models carry.</summary>
internal static class WordVectorBuilder
{
    private const int Buckets = 1 << 16;

    /// <summary>Builds the vectors.</summary>
    /// <param name="fitted">How many of the most frequent words the centroids are fitted to.</param>
    public static WordVectors Build(EmbeddingFile embeddings, int groupSize, int fitted, ulong seed)
    {
        var quantiser = ProductQuantiser.Fit(
            embeddings.Values, embeddings.Dimensions, groupSize, Math.Min(fitted, embeddings.Words.Count), seed);
        var codes = quantiser.Encode(embeddings.Values);

        // Of words with the same hash the more frequent one, which comes first, is kept.
        var rows = embeddings.Words
            .Select((word, index) => (Hash: WordVectors.HashOf(word), Index: index))
            .DistinctBy(row => row.Hash)
            .OrderBy(row => row.Hash)
            .ToArray();
        var starts = new int[Buckets + 1];
        var fingerprints = new ushort[rows.Length];
        var sorted = new byte[rows.Length * quantiser.Groups];
        for (var i = 0; i < rows.Length; i++)
        {
            starts[(rows[i].Hash >> 16) + 1]++;
            fingerprints[i] = (ushort)rows[i].Hash;
            codes.AsSpan(rows[i].Index * quantiser.Groups, quantiser.Groups)
                .CopyTo(sorted.AsSpan(i * quantiser.Groups));
        }

        for (var bucket = 0; bucket < Buckets; bucket++)
        {
            starts[bucket + 1] += starts[bucket];
        }

        return new WordVectors(
            MemoryMarshal.AsBytes(starts.AsSpan()).ToArray(), MemoryMarshal.AsBytes(fingerprints.AsSpan()).ToArray(),
            sorted, quantiser.Codebooks, quantiser.Groups, groupSize);
    }
}
