namespace Graph.Language.Models;

/// <summary>Finds the heads of a sentence: the spanning tree with one root whose arcs have the greatest sum of scores.</summary>
internal static class TreeDecoder
{
    /// <summary>Decodes one sentence.</summary>
    /// <param name="scores">For each word a row of <paramref name="stride"/> numbers: column 0 scores the root as head, column h + 1 the word h.</param>
    /// <param name="tree">Room to work in.</param>
    /// <param name="heads">Receives each word's head; -1 for the root.</param>
    /// <remarks>
    /// Nearly always the best head of each word already gives a tree with one root, and the rest is skipped.
    /// Otherwise Chu-Liu and Edmonds' algorithm finds it. Ties go to the smaller index.
    /// </remarks>
    public static void Decode(ReadOnlySpan<float> scores, int stride, SpanningTree tree, Span<int> heads)
    {
        var count = heads.Length;
        for (var i = 0; i < count; i++)
        {
            heads[i] = Greatest.IndexOf(scores.Slice(i * stride, count + 1)) - 1;
        }

        if (!IsTree(heads))
        {
            DecodeTree(scores, stride, tree, heads);
        }
    }

    /// <summary>Whether the heads form a tree with exactly one root.</summary>
    public static bool IsTree(ReadOnlySpan<int> heads)
    {
        var roots = 0;
        Span<int> visited = heads.Length <= 256 ? stackalloc int[heads.Length] : new int[heads.Length];
        visited.Clear();
        for (var i = 0; i < heads.Length; i++)
        {
            roots += heads[i] < 0 ? 1 : 0;
            for (var node = i; node >= 0 && visited[node] != i + 1; node = heads[node])
            {
                if (visited[node] != 0)
                {
                    break;
                }

                visited[node] = i + 1;
                if (heads[node] >= 0 && visited[heads[node]] == i + 1)
                {
                    return false;
                }
            }
        }

        return roots == 1;
    }

    // One root: the root's arcs are lowered by more than any other choice can win back, so that the optimum uses just one.
    private static void DecodeTree(ReadOnlySpan<float> scores, int stride, SpanningTree tree, Span<int> heads)
    {
        var nodes = heads.Length + 1;
        var weights = tree.Weights(nodes);
        double low = 0;
        double high = 0;
        for (var i = 1; i < nodes; i++)
        {
            for (var j = 0; j < nodes; j++)
            {
                var score = i == j ? float.NegativeInfinity : scores[((i - 1) * stride) + j];
                weights[(i * nodes) + j] = score;
                if (i != j)
                {
                    low = Math.Min(low, score);
                    high = Math.Max(high, score);
                }
            }
        }

        var penalty = ((high - low) * nodes) + 1;
        for (var i = 1; i < nodes; i++)
        {
            weights[i * nodes] -= penalty;
        }

        Span<int> parents = stackalloc int[257];
        parents = nodes <= parents.Length ? parents[..nodes] : new int[nodes];
        tree.Maximum(parents);
        for (var i = 1; i < nodes; i++)
        {
            heads[i - 1] = parents[i] - 1;
        }
    }
}
