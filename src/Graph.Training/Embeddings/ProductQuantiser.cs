using System.Runtime.Intrinsics;
using Graph.Training.Networks;

namespace Graph.Training.Embeddings;

/// <summary>Cuts vectors into groups of dimensions and gives each group the number of the nearest of 256 centroids.</summary>
public sealed class ProductQuantiser
{
    /// <summary>Centroids of a group; a code is one byte.</summary>
    public const int Centroids = 256;

    private const int Iterations = 12;

    private readonly int groupSize;

    private ProductQuantiser(float[] codebooks, int groups, int groupSize)
    {
        Codebooks = codebooks;
        Groups = groups;
        this.groupSize = groupSize;
    }

    /// <summary>For each group its centroids, one after another.</summary>
    public float[] Codebooks { get; }

    public int Groups { get; }

    /// <summary>Fits the centroids by k-means.</summary>
    /// <param name="values">Vectors, one after another.</param>
    /// <param name="fitted">How many of them, from the first, the centroids are fitted to.</param>
    public static ProductQuantiser Fit(float[] values, int dimensions, int groupSize, int fitted, ulong seed)
    {
        var groups = dimensions / groupSize;
        var quantiser = new ProductQuantiser(new float[groups * Centroids * groupSize], groups, groupSize);
        var random = new SeededRandom(seed);
        for (var group = 0; group < groups; group++)
        {
            quantiser.FitGroup(values, dimensions, group, fitted, random);
        }

        return quantiser;
    }

    /// <summary>Codes of every vector, one byte a group.</summary>
    public byte[] Encode(float[] values)
    {
        var dimensions = Groups * groupSize;
        var count = values.Length / dimensions;
        var codes = new byte[count * Groups];
        var columns = new float[groupSize * Centroids];
        for (var group = 0; group < Groups; group++)
        {
            LayOutByDimension(group, columns);
            for (var i = 0; i < count; i++)
            {
                codes[(i * Groups) + group] =
                    (byte)Nearest(values.AsSpan((i * dimensions) + (group * groupSize), groupSize), columns);
            }
        }

        return codes;
    }

    // Nearest by |c|² − 2·x·c, over sixteen centroids at a time.
    private static int Nearest(ReadOnlySpan<float> x, float[] columns)
    {
        var best = Vector512.Create(float.PositiveInfinity);
        var bestIndex = Vector512<int>.Zero;
        var index = Vector512<int>.Indices;
        for (var i = 0; i < Centroids; i += Matrix.Lane)
        {
            var distance = Vector512<float>.Zero;
            for (var d = 0; d < x.Length; d++)
            {
                var difference = Vector512.LoadUnsafe(ref columns[(d * Centroids) + i]) - Vector512.Create(x[d]);
                distance += difference * difference;
            }

            var isLess = Vector512.LessThan(distance, best);
            best = Vector512.ConditionalSelect(isLess, distance, best);
            bestIndex = Vector512.ConditionalSelect(isLess.AsInt32(), index, bestIndex);
            index += Vector512.Create(Matrix.Lane);
        }

        var lane = 0;
        for (var i = 1; i < Matrix.Lane; i++)
        {
            if (best[i] < best[lane] || (best[i] == best[lane] && bestIndex[i] < bestIndex[lane]))
            {
                lane = i;
            }
        }

        return bestIndex[lane];
    }

    private Span<float> Centroid(int group, int index) =>
        Codebooks.AsSpan(((group * Centroids) + index) * groupSize, groupSize);

    private void LayOutByDimension(int group, float[] columns)
    {
        for (var index = 0; index < Centroids; index++)
        {
            for (var d = 0; d < groupSize; d++)
            {
                columns[(d * Centroids) + index] = Centroid(group, index)[d];
            }
        }
    }

    private void FitGroup(float[] values, int dimensions, int group, int fitted, SeededRandom random)
    {
        for (var index = 0; index < Centroids; index++)
        {
            values.AsSpan((random.Next(fitted) * dimensions) + (group * groupSize), groupSize)
                .CopyTo(Centroid(group, index));
        }

        var columns = new float[groupSize * Centroids];
        var sums = new double[Centroids * groupSize];
        var counts = new int[Centroids];
        for (var iteration = 0; iteration < Iterations; iteration++)
        {
            LayOutByDimension(group, columns);
            Array.Clear(sums);
            Array.Clear(counts);
            for (var i = 0; i < fitted; i++)
            {
                var x = values.AsSpan((i * dimensions) + (group * groupSize), groupSize);
                var nearest = Nearest(x, columns);
                counts[nearest]++;
                for (var d = 0; d < groupSize; d++)
                {
                    sums[(nearest * groupSize) + d] += x[d];
                }
            }

            for (var index = 0; index < Centroids; index++)
            {
                for (var d = 0; d < groupSize && counts[index] > 0; d++)
                {
                    Centroid(group, index)[d] = (float)(sums[(index * groupSize) + d] / counts[index]);
                }
            }
        }
    }
}
