using Graph.Embedded.Binding;

namespace Graph.Embedded.Execution;

/// <summary>
/// Finds the shortest trails for which a test of the whole trail holds: every trail of each length in turn, since a longer
/// one may pass where a shorter one does not.
/// </summary>
internal sealed class ShortestTrailSearch(QueryContext context, PatternRelationship relationship, Func<long[], bool> passes)
{
    private readonly VariableLength _length = relationship.Length!;
    private readonly List<long> _trail = [];
    private readonly HashSet<long> _used = [];
    private int[] _types = [];
    private bool _isCut;

    /// <summary>The trails that pass: of the least length, of so many lengths, or so many of them.</summary>
    public IEnumerable<long[]> Find(long start, long end, ShortestMode mode, int count)
    {
        var types = TypeSets.Resolve(relationship.Types);
        _types = types ?? [];
        var found = 0;
        _isCut = true;
        for (var length = _length.Minimum; _isCut && length <= (_length.Maximum ?? long.MaxValue); length++)
        {
            _isCut = false;
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
