using Graph.Embedded.Binding;

namespace Graph.Embedded.Execution;

/// <summary>
/// Finds the shortest trails for which a test of the whole trail holds: every trail of each length in turn, since a longer
/// one may pass where a shorter one does not. How far each node is from the end, breadth first, keeps it from going where
/// no trail of that length can end.
/// </summary>
internal sealed class ShortestTrailSearch(QueryContext context, PatternRelationship relationship, Func<long[], bool> passes)
{
    private const int EntryBytes = 48;

    private readonly VariableLength _length = relationship.Length!;
    private readonly List<long> _trail = [];
    private readonly HashSet<long> _used = [];
    private readonly Dictionary<long, long> _distances = [];
    private List<long> _frontier = [];
    private long _reach;
    private int[] _types = [];
    private bool _isCut;

    /// <summary>The trails that pass: of the least length, of so many lengths, or so many of them.</summary>
    public IEnumerable<long[]> Find(long start, long end, ShortestMode mode, int count)
    {
        var types = TypeSets.Resolve(relationship.Types);
        _types = types ?? [];
        _distances.Add(end, 0);
        _frontier.Add(end);
        var found = 0;
        _isCut = true;
        for (var length = _length.Minimum; _isCut && length <= (_length.Maximum ?? long.MaxValue); length++)
        {
            _isCut = false;
            Reach(length);
            var isGroup = false;
            foreach (var trail in Trails(start, end, length))
            {
                if (!passes(trail))
                {
                    continue;
                }

                yield return trail;
                isGroup = true;
                if (mode is ShortestMode.Single or ShortestMode.Count && ++found >= count)
                {
                    yield break;
                }
            }

            if (isGroup && mode is ShortestMode.All or ShortestMode.Groups && ++found >= count)
            {
                yield break;
            }

            _isCut &= types is not null;
        }
    }

    /// <summary>Trails of exactly that length; notes whether any went on beyond it.</summary>
    private IEnumerable<long[]> Trails(long node, long end, long left)
    {
        if (!_distances.TryGetValue(node, out var distance) || distance > left)
        {
            // Too far from the end, unless a longer trail is asked for; never, where all that reach the end are known.
            _isCut |= distance > left || _frontier.Count > 0;
            yield break;
        }

        if (left == 0)
        {
            _isCut = true;
            if (node == end)
            {
                yield return [.. _trail];
            }

            yield break;
        }

        context.Hits++;
        var steps = Steps(node);
        foreach (var (hop, other) in steps)
        {
            _trail.Add(hop);
            _used.Add(hop);
            foreach (var trail in Trails(other, end, left - 1))
            {
                yield return trail;
            }

            _used.Remove(hop);
            _trail.RemoveAt(_trail.Count - 1);
        }
    }

    /// <summary>Notes how far from the end nodes are, as far as trails of a length need it.</summary>
    private void Reach(long length)
    {
        for (; _reach < length && _frontier.Count > 0; _reach++)
        {
            var next = new List<long>();
            foreach (var node in _frontier)
            {
                context.Hits++;
                var cursor = context.Storage.Expand(node, relationship.Direction.Reverse(), _types);
                while (cursor.MoveNext())
                {
                    context.Guard.Tick();
                    if (!_distances.ContainsKey(cursor.Other) && Passes(cursor.Relationship))
                    {
                        context.Guard.Allocate(EntryBytes);
                        _distances.Add(cursor.Other, _reach + 1);
                        next.Add(cursor.Other);
                    }
                }
            }

            _frontier = next;
        }
    }

    private List<(long Hop, long Other)> Steps(long node)
    {
        var steps = new List<(long Hop, long Other)>();
        var cursor = context.Storage.Expand(node, relationship.Direction, _types);
        while (cursor.MoveNext())
        {
            context.Guard.Tick();
            if (!_used.Contains(cursor.Relationship) && Passes(cursor.Relationship))
            {
                steps.Add((cursor.Relationship, cursor.Other));
            }
        }

        return steps;
    }

    private bool Passes(long hop)
    {
        foreach (var predicate in _length.HopPredicates)
        {
            context.Ids[_length.Hop.Slot.Index] = hop;
            if (predicate.Test(context) != true)
            {
                return false;
            }
        }

        return true;
    }
}
