namespace Graph.Language.Models;

/// <summary>Chu-Liu and Edmonds' maximum spanning arborescence by repeated contraction of cycles.</summary>
/// <remarks>
/// Works in room that grows to the longest sentence and is then reused. A contracted cycle takes the place of one of
/// its nodes; the tree of contractions tells, on the way back, where each cycle was entered.
/// </remarks>
internal sealed class SpanningTree
{
    private int nodes;

    // Row i holds the weights of the arcs into node i and, beside them, the original arc that each stands for.
    private double[] weights = [];
    private (int Head, int Dependant)[] arcs = [];

    // Of each place: whether it still stands, its best head, and which node of the tree of contractions it holds.
    private bool[] stands = [];
    private int[] best = [];
    private int[] holds = [];
    private int[] visited = [];

    // The tree of contractions: original nodes first, then cycles in the order they were contracted.
    private int[] cycleOf = [];
    private int[] entered = [];
    private (int Head, int Dependant)[] inside = [];
    private int contracted;
    private readonly List<int> cycle = [];

    /// <summary>Room for the weights of a graph: row i takes those of the arcs into node i; row 0 is not read.</summary>
    public Span<double> Weights(int count)
    {
        nodes = count;
        if (weights.Length < count * count)
        {
            weights = new double[count * count * 5 / 4];
            arcs = new (int, int)[weights.Length];
        }

        if (stands.Length < count)
        {
            var room = count * 5 / 4;
            (stands, best, holds, visited) = (new bool[room], new int[room], new int[room], new int[room]);
            (cycleOf, entered, inside) = (new int[2 * room], new int[2 * room], new (int, int)[2 * room]);
        }

        return weights.AsSpan(0, count * count);
    }

    /// <summary>Finds the tree that hangs from node 0; the weights are overwritten.</summary>
    /// <param name="parents">Receives each node's parent; -1 for node 0.</param>
    public void Maximum(Span<int> parents)
    {
        Start();
        while (FindCycle())
        {
            Contract();
        }

        for (var place = 1; place < nodes; place++)
        {
            if (stands[place])
            {
                Enter(holds[place], arcs[(place * nodes) + best[place]], parents);
            }
        }

        for (var node = contracted - 1; node >= nodes; node--)
        {
            Expand(node, parents);
        }

        parents[0] = -1;
    }

    private void Start()
    {
        for (var node = 0; node < nodes; node++)
        {
            (stands[node], holds[node], cycleOf[node]) = (true, node, -1);
            for (var head = 0; head < nodes; head++)
            {
                arcs[(node * nodes) + head] = (head, node);
            }
        }

        contracted = nodes;
        for (var node = 1; node < nodes; node++)
        {
            Choose(node);
        }
    }

    private void Choose(int place)
    {
        var row = weights.AsSpan(place * nodes, nodes);
        var head = place == 0 ? 1 : 0;
        for (var other = 0; other < nodes; other++)
        {
            if (stands[other] && other != place && row[other] > row[head])
            {
                head = other;
            }
        }

        best[place] = head;
    }

    private bool FindCycle()
    {
        cycle.Clear();
        Array.Clear(visited, 0, nodes);
        for (var place = 1; place < nodes; place++)
        {
            if (!stands[place])
            {
                continue;
            }

            var node = place;
            while (node > 0 && visited[node] == 0)
            {
                visited[node] = place;
                node = best[node];
            }

            if (node > 0 && visited[node] == place)
            {
                cycle.Add(node);
                for (var next = best[node]; next != node; next = best[next])
                {
                    cycle.Add(next);
                }

                return true;
            }
        }

        return false;
    }

    private void Contract()
    {
        var kept = cycle[0];
        foreach (var member in cycle)
        {
            cycleOf[holds[member]] = contracted;
            inside[holds[member]] = arcs[(member * nodes) + best[member]];
            // From here on a weight into a member tells what entering there wins over the arc it replaces.
            var replaced = weights[(member * nodes) + best[member]];
            foreach (ref var weight in weights.AsSpan(member * nodes, nodes))
            {
                weight -= replaced;
            }

            stands[member] = false;
        }

        for (var other = 0; other < nodes; other++)
        {
            if (stands[other])
            {
                Join(other, kept);
            }
        }

        (stands[kept], holds[kept], cycleOf[contracted]) = (true, contracted, -1);
        contracted++;
        Choose(kept);
        for (var other = 1; other < nodes; other++)
        {
            if (stands[other] && (!stands[best[other]] || best[other] == kept))
            {
                Choose(other);
            }
        }
    }

    // The best arc between a place outside and the cycle, each way, becomes that of the place that stands for the cycle.
    private void Join(int other, int kept)
    {
        foreach (var member in cycle)
        {
            Raise((other * nodes) + kept, (other * nodes) + member);
            Raise((kept * nodes) + other, (member * nodes) + other);
        }
    }

    private void Raise(int target, int source)
    {
        if (weights[source] > weights[target])
        {
            (weights[target], arcs[target]) = (weights[source], arcs[source]);
        }
    }

    private void Enter(int node, (int Head, int Dependant) arc, Span<int> parents)
    {
        parents[arc.Dependant] = arc.Head;
        entered[node] = arc.Dependant;
    }

    // The member that the cycle was entered at keeps its head from outside; the others keep those they have in the cycle.
    private void Expand(int node, Span<int> parents)
    {
        var at = entered[node];
        while (cycleOf[at] != node)
        {
            at = cycleOf[at];
        }

        for (var member = 0; member < node; member++)
        {
            if (cycleOf[member] != node)
            {
                continue;
            }

            if (member == at)
            {
                entered[member] = entered[node];
            }
            else
            {
                Enter(member, inside[member], parents);
            }
        }
    }
}
