namespace Graph.Language.Models;

/// <summary>Chu-Liu and Edmonds' maximum spanning arborescence by repeated contraction of cycles.</summary>
internal static class SpanningTree
{
    /// <summary>Finds the tree that hangs from node 0.</summary>
    /// <param name="weights">Row i holds the weights of the arcs into node i; row 0 is not read.</param>
    /// <returns>Each node's parent; -1 for node 0.</returns>
    public static int[] Maximum(double[] weights, int nodes)
    {
        var parents = new int[nodes];
        parents[0] = -1;
        for (var i = 1; i < nodes; i++)
        {
            var best = 0;
            for (var j = 0; j < nodes; j++)
            {
                if (j != i && weights[(i * nodes) + j] > weights[(i * nodes) + best])
                {
                    best = j;
                }
            }

            parents[i] = best;
        }

        var cycle = FindCycle(parents);
        return cycle is null ? parents : Contract(weights, nodes, parents, cycle);
    }

    private static List<int>? FindCycle(int[] parents)
    {
        var visited = new int[parents.Length];
        for (var i = 1; i < parents.Length; i++)
        {
            var node = i;
            while (node > 0 && visited[node] == 0)
            {
                visited[node] = i;
                node = parents[node];
            }

            if (node > 0 && visited[node] == i)
            {
                var cycle = new List<int> { node };
                for (var next = parents[node]; next != node; next = parents[next])
                {
                    cycle.Add(next);
                }

                return cycle;
            }
        }

        return null;
    }

    private static int[] Contract(double[] weights, int nodes, int[] parents, List<int> cycle)
    {
        var inCycle = new bool[nodes];
        cycle.ForEach(node => inCycle[node] = true);
        var kept = Enumerable.Range(0, nodes).Where(node => !inCycle[node]).ToArray();
        var size = kept.Length + 1;
        var merged = kept.Length;
        var small = new double[size * size];
        Array.Fill(small, double.NegativeInfinity);
        var entry = new int[size];
        var exit = new int[size];
        for (var a = 0; a < kept.Length; a++)
        {
            for (var b = 0; b < kept.Length; b++)
            {
                small[(a * size) + b] = weights[(kept[a] * nodes) + kept[b]];
            }

            foreach (var node in cycle)
            {
                var outward = weights[(kept[a] * nodes) + node];
                if (kept[a] != 0 && outward > small[(a * size) + merged])
                {
                    small[(a * size) + merged] = outward;
                    exit[a] = node;
                }

                // Entering the cycle at a node saves the arc inside the cycle that it replaces.
                var inward = weights[(node * nodes) + kept[a]] - weights[(node * nodes) + parents[node]];
                if (inward > small[(merged * size) + a])
                {
                    small[(merged * size) + a] = inward;
                    entry[a] = node;
                }
            }
        }

        return Expand(Maximum(small, size), parents, kept, entry, exit);
    }

    private static int[] Expand(int[] small, int[] parents, int[] kept, int[] entry, int[] exit)
    {
        var result = (int[])parents.Clone();
        var merged = kept.Length;
        for (var a = 1; a < kept.Length; a++)
        {
            result[kept[a]] = small[a] == merged ? exit[a] : kept[small[a]];
        }

        var outside = small[merged];
        result[entry[outside]] = kept[outside];
        return result;
    }
}
