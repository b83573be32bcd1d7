using Graph.Embedded.Binding;
using Graph.Embedded.Planning;
using Graph.Embedded.Storage;

namespace Graph.Embedded.Execution;

/// <summary>The nodes at the end of a variable length relationship, each once, nearest first.</summary>
/// <remarks>
/// A node is reached by a trail of some length within the bounds exactly if it is reached within the upper one, since the
/// lower is at most 1. Only for the start itself that takes a closed trail: a loop, or a cycle back to it.
/// </remarks>
internal sealed class PruningExpandOperator(QueryContext context, Operator input, VarExpandPlan plan) : NestedOperator(context, input)
{
    private readonly VariableLength _length = plan.Relationship.Length!;
    private readonly Direction _direction = plan.IsReversed ? plan.Relationship.Direction.Reverse() : plan.Relationship.Direction;
    private readonly int _from = plan.From.Slot.Index;
    private readonly int _to = plan.To.Slot.Index;
    private readonly LongSet _visited = new();
    private readonly Dictionary<long, Reached> _reached = [];
    private readonly List<long> _order = [];
    private int[] _types = [];
    private long _start;
    private long _target;
    private int _next;
    private int _depth;
    private int _levelEnd;
    private RelationshipCursor _cursor;
    private bool _isExpanding;
    private bool _isStartGiven;

    protected override bool Open()
    {
        _start = Context.Ids[_from];
        _target = plan.IsInto ? Context.Ids[_to] : -1;
        var types = TypeSets.Resolve(plan.Relationship.Types);
        if (_start < 0 || (plan.IsInto && _target < 0))
        {
            return false;
        }

        _types = types ?? [];
        _visited.Clear();
        _reached.Clear();
        _order.Clear();
        _reached.Add(_start, new Reached(0, -1, -1));
        (_depth, _levelEnd) = (0, 1);
        if (types is not null && _length.Maximum is null or > 0)
        {
            _order.Add(_start);
        }

        (_next, _isExpanding, _isStartGiven) = (0, false, false);
        return true;
    }

    protected override bool Advance()
    {
        if (_length.Minimum == 0 && !_isStartGiven)
        {
            _isStartGiven = true;
            if (Give(_start))
            {
                return true;
            }
        }

        while (_isExpanding || _next < _order.Count)
        {
            if (!_isExpanding)
            {
                Context.Hits++;
                _cursor = Context.Storage.Expand(_order[_next], _direction, _types);
                _isExpanding = true;
            }

            while (_cursor.MoveNext())
            {
                Context.Guard.Tick();
                Context.Hits++;
                if (Passes(_cursor.Relationship) && Reach(_order[_next], _cursor.Relationship, _cursor.Other))
                {
                    return true;
                }
            }

            _isExpanding = false;
            if (++_next == _levelEnd)
            {
                (_depth, _levelEnd) = (_depth + 1, _order.Count);
            }
        }

        return false;
    }

    /// <summary>Whether following the relationship gives a row.</summary>
    private bool Reach(long node, long relationship, long other) => _direction == Direction.Both
        ? ReachUndirected(node, relationship, other)
        : ReachDirected(other);

    private bool ReachDirected(long other)
    {
        if (other == _start)
        {
            // Back at the start: no relationship on the way entered it before.
            var isFirst = !_isStartGiven;
            _isStartGiven = true;
            return isFirst && Give(other);
        }

        if (!_visited.Add(other))
        {
            return false;
        }

        if (_length.Maximum is null || _depth + 1 < _length.Maximum)
        {
            _order.Add(other);
        }

        return Give(other);
    }

    private bool ReachUndirected(long node, long relationship, long other)
    {
        var from = _reached[node];
        if (!_reached.TryGetValue(other, out var known))
        {
            var reached = new Reached(from.Depth + 1, relationship, node == _start ? relationship : from.Branch);
            _reached.Add(other, reached);
            if (_length.Maximum is null || reached.Depth < _length.Maximum)
            {
                _order.Add(other);
            }

            return Give(other);
        }

        // Back at the start by another way than it came, or where two ways from the start meet.
        var closes = !_isStartGiven && relationship != from.By
            && (other == _start || (relationship != known.By && known.Branch != from.Branch))
            && (_length.Maximum is null || from.Depth + known.Depth + 1 <= _length.Maximum);
        if (!closes)
        {
            return false;
        }

        _isStartGiven = true;
        return Give(_start);
    }

    private bool Give(long node)
    {
        if (plan.IsInto)
        {
            if (node != _target)
            {
                return false;
            }

            EndRow();
            return true;
        }

        Context.Ids[_to] = node;
        return true;
    }

    private bool Passes(long relationship)
    {
        foreach (var predicate in _length.HopPredicates)
        {
            Context.Ids[_length.Hop.Slot.Index] = relationship;
            if (predicate.Test(Context) != true)
            {
                return false;
            }
        }

        return true;
    }

    /// <param name="By">Relationship that led to it first.</param>
    /// <param name="Branch">First relationship on that way from the start.</param>
    private readonly record struct Reached(int Depth, long By, long Branch);
}
