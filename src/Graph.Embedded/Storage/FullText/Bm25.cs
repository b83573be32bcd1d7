using System.Numerics;

namespace Graph.Embedded.Storage.FullText;

/// <summary>BM25 as Lucene computes it: Robertson and Zaragoza, "The Probabilistic Relevance Framework" (2009), k1 1.2, b 0.75.</summary>
internal static class Bm25
{
    private const double K1 = 1.2;
    private const double B = 0.75;

    /// <summary>Lengths below are kept exactly by Lucene's one-byte norms.</summary>
    private const int ExactLengths = 24;

    public static double InverseDocumentFrequency(long documents, long withTerm) =>
        Math.Log(1 + ((documents - withTerm + 0.5) / (withTerm + 0.5)));

    /// <param name="frequency">Occurrences in the field.</param>
    /// <param name="length">Terms in the field.</param>
    /// <param name="averageLength">Over all documents that have it.</param>
    public static double TermFrequency(double frequency, int length, double averageLength) =>
        frequency / (frequency + (K1 * (1 - B + (B * Rounded(length) / averageLength))));

    /// <summary>The length as Lucene remembers it: four significant bits above the exact ones.</summary>
    private static int Rounded(int length)
    {
        if (length < ExactLengths)
        {
            return length;
        }

        var rest = (uint)(length - ExactLengths);
        var shift = Math.Max(0, 32 - BitOperations.LeadingZeroCount(rest) - 4);
        return ExactLengths + (int)(rest >> shift << shift);
    }
}
