using Graph.Embedded.Binding;
using Graph.Embedded.Storage;

namespace Graph.Embedded.Execution;

/// <summary>Finds the shortest paths between two nodes, breadth first from both ends; the smaller frontier goes on.</summary>
internal sealed class ShortestPathSearch(QueryContext context, PatternRelationship relationship)
{
    private readonly VariableLength _length = relationship.Length!;
    private readonly Side _forward = new(relationship.Direction);
    private readonly Side _backward = new(relationship.Direction.Reverse());
    private int[] _types = [];

    /// <summary>Relationships of the shortest paths, from the start; one path, or all.</summary>
    public IEnumerable<long[]> Find(long start, long end, bool all)
    {
        if (TypeSets.Resolve(relationship.Types) is not { } types)
        {
            return [];
        }

        _types = types;
        _forward.Begin(start);
        _backward.Begin(end);
        var meetings = new List<long>();
        while (meetings.Count == 0)
        {
            if (_length.Maximum is { } most && _forward.Depth + _backward.Depth >= most)
            {
                return [];
            }

            var (side, other) = _forward.Frontier.Count <= _backward.Frontier.Count ? (_forward, _backward) : (_backward, _forward);
            if (side.Frontier.Count == 0)
            {
                return [];
            }

            Advance(side, other, meetings, all);
        }

        return Paths(meetings);
    }

    private void Advance(Side side, Side other, List<long> meetings, bool all)
    {
        side.BeginLevel();
        foreach (var node in side.Previous)
        {
            context.Hits++;
            var cursor = context.Storage.Expand(node, side.Direction, _types);
            while (cursor.MoveNext())
            {
                context.Guard.Tick();
                if (!Passes(cursor.Relationship) || !side.Reach(cursor.Other, node, cursor.Relationship, all))
                {
                    continue;
                }

                if (other.Knows(cursor.Other))
                {
                    meetings.Add(cursor.Other);
                    if (!all)
                    {
                        return;
                    }
                }
            }
        }
    }

    private bool Passes(long candidate)
    {
        foreach (var predicate in _length.HopPredicates)
        {
            context.Ids[_length.Hop.Slot.Index] = candidate;
            if (predicate.Test(context) != true)
            {
                return false;
            }
        }

        return true;
    }

    private IEnumerable<long[]> Paths(List<long> meetings)
    {
        foreach (var meeting in meetings)
        {
            foreach (var head in _forward.Trails(meeting))
            {
                foreach (var tail in _backward.Trails(meeting))
                {
                    // Trails lead from the meeting outwards.
                    yield return [.. head.Reverse(), .. tail];
                }
            }
        }
    }

    /// <summary>What was reached from one end.</summary>
    private sealed class Side(Direction direction)
    {
        private readonly Dictionary<long, Reached> _reached = [];

        public Direction Direction { get; } = direction;

        public int Depth { get; private set; }

        public List<long> Frontier { get; private set; } = [];

        public List<long> Previous { get; private set; } = [];

        public void Begin(long node)
        {
            _reached.Clear();
            _reached.Add(node, new Reached(0));
            Depth = 0;
            Frontier = [node];
        }

        public void BeginLevel()
        {
            (Previous, Frontier) = (Frontier, []);
            Depth++;
        }

        public bool Knows(long node) => _reached.ContainsKey(node);

        /// <summary>True where the node was not known.</summary>
        public bool Reach(long node, long from, long relationship, bool all)
        {
            if (_reached.TryGetValue(node, out var known))
            {
                if (all && known.Depth == Depth)
                {
                    known.Steps.Add((from, relationship));
                }

                return false;
            }

            var reached = new Reached(Depth);
            reached.Steps.Add((from, relationship));
            _reached.Add(node, reached);
            Frontier.Add(node);
            return true;
        }

        /// <summary>The ways from a node back to the end that the side began with.</summary>
        public IEnumerable<IReadOnlyList<long>> Trails(long node)
        {
            var steps = _reached[node].Steps;
            if (steps.Count == 0)
            {
                yield return [];
            }

            foreach (var (from, relationship) in steps)
            {
                foreach (var rest in Trails(from))
                {
                    yield return [relationship, .. rest];
                }
            }
        }
    }

    private sealed class Reached(int depth)
    {
        public int Depth { get; } = depth;

        public List<(long From, long Relationship)> Steps { get; } = new(1);
    }
}
