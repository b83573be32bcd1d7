using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Graph.Language.Models;

/// <summary>What the encoder reads of a word: its row in the word vectors and one row in each table of hashed embeddings.</summary>
/// <remarks>Training and run time share this class; a change to it makes trained models worthless, so it raises <see cref="ModelFile.FormatVersion"/>.</remarks>
internal static class FeatureExtractor
{
    /// <summary>Numbers a word is described by: the vector's row (-1 where there is none), then one row for each table.</summary>
    public const int Count = 8;

    /// <summary>Tables of hashed embeddings: the word, its last 2, 3 and 4 and first 2 and 3 letters, its shape.</summary>
    public const int TableCount = Count - 1;

    /// <summary>Describes one word.</summary>
    /// <param name="form">The word as written.</param>
    /// <param name="tableSizes">Rows of each table.</param>
    /// <param name="features">Receives <see cref="Count"/> numbers.</param>
    public static void Extract(
        ReadOnlySpan<char> form, WordVectors vectors, ReadOnlySpan<int> tableSizes, Span<int> features)
    {
        Span<char> normalBuffer = stackalloc char[WordForm.MaxLength];
        Span<char> lowerBuffer = stackalloc char[WordForm.MaxLength];
        var normal = WordForm.Normalise(form, normalBuffer);
        var lower = WordForm.Lower(normal, lowerBuffer);
        features[0] = vectors.Find(lower);
        features[1] = Bucket(lower, 1, tableSizes[0]);
        features[2] = Bucket(Last(lower, 2), 2, tableSizes[1]);
        features[3] = Bucket(Last(lower, 3), 3, tableSizes[2]);
        features[4] = Bucket(Last(lower, 4), 4, tableSizes[3]);
        features[5] = Bucket(First(lower, 2), 5, tableSizes[4]);
        features[6] = Bucket(First(lower, 3), 6, tableSizes[5]);
        features[7] = Bucket(WordForm.Shape(normal, lowerBuffer), 7, tableSizes[6]);
    }

    /// <summary>The 64-bit hash of a word under a seed; the same on every machine.</summary>
    public static ulong Hash(ReadOnlySpan<char> text, long seed) =>
        XxHash64.HashToUInt64(MemoryMarshal.AsBytes(text), seed);

    private static int Bucket(ReadOnlySpan<char> text, long seed, int size) => (int)(Hash(text, seed) % (uint)size);

    private static ReadOnlySpan<char> Last(ReadOnlySpan<char> text, int count) =>
        text[Math.Max(0, text.Length - count)..];

    private static ReadOnlySpan<char> First(ReadOnlySpan<char> text, int count) =>
        text[..Math.Min(text.Length, count)];
}
