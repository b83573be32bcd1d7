using System.Numerics;
using Graph.Embedded.Storage.Adjacency;

namespace Graph.Embedded.Storage;

/// <summary>The relationships of one node; call <see cref="MoveNext"/> before the first read.</summary>
/// <remarks>
/// A struct over the storage's own arrays, so that walking allocates nothing; a copy walks on its own. What the same
/// transaction adds meanwhile is not met; what it deletes meanwhile may be.
/// </remarks>
public struct RelationshipCursor
{
    private readonly AdjacencyGroup[]? _groups;
    private readonly Direction _direction;

    // Groups still to come: bits, or their places for the rare node with more groups than bits.
    private ulong _mask;
    private readonly int[]? _places;
    private int _nextPlace;

    private int[]? _entries;
    private int _half;
    private int _count;
    private int _index;

    internal RelationshipCursor(AdjacencyGroup[]? groups, Direction direction, ReadOnlySpan<int> types)
    {
        _groups = groups;
        _direction = direction;
        if (groups is null)
        {
            return;
        }

        if (groups.Length <= AdjacencyGroups.MaskBits)
        {
            _mask = AdjacencyGroups.Select(groups, direction, types);
        }
        else
        {
            _places = AdjacencyGroups.Places(groups, direction, types);
        }
    }

    /// <summary>Id of the current relationship.</summary>
    public readonly long Relationship => _entries![_half + _index - 1];

    /// <summary>Its type.</summary>
    public int Type { get; private set; }

    /// <summary>The node at its other end.</summary>
    public long Other { get; private set; }

    /// <summary>Whether it leaves the node that was expanded; a loop does unless incoming ones were asked for.</summary>
    public bool IsOutgoing { get; private set; }

    public bool MoveNext()
    {
        while (true)
        {
            while (_index < _count)
            {
                var other = _entries![_index++];
                if (other >= 0)
                {
                    Other = other;
                    return true;
                }
            }

            if (!MoveToNextGroup())
            {
                return false;
            }
        }
    }

    private bool MoveToNextGroup()
    {
        int place;
        if (_mask != 0)
        {
            place = BitOperations.TrailingZeroCount(_mask);
            _mask &= _mask - 1;
        }
        else if (_places is not null && _nextPlace < _places.Length)
        {
            place = _places[_nextPlace++];
        }
        else
        {
            return false;
        }

        ref readonly var group = ref _groups![place];
        (_entries, _half, _count, _index) = (group.Entries, group.Entries.Length / 2, group.Count, 0);
        Type = AdjacencyKey.TypeOf(group.Key);
        IsOutgoing = AdjacencyKey.WayOf(group.Key) switch
        {
            AdjacencyKey.Outgoing => true,
            AdjacencyKey.Incoming => false,
            _ => _direction != Direction.Incoming,
        };
        return true;
    }
}
