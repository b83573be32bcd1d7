using Graph.Embedded.Binding;
using Graph.Embedded.Planning;
using Graph.Embedded.Storage;
using Graph.Embedded.Values;

namespace Graph.Embedded.Execution;

/// <summary>Every trail of a variable length relationship from a node, depth first; no relationship comes twice in one.</summary>
internal sealed class VarExpandOperator(QueryContext context, Operator input, VarExpandPlan plan) : NestedOperator(context, input)
{
    private readonly VariableLength _length = plan.Relationship.Length!;
    private readonly Direction _direction = plan.IsReversed ? plan.Relationship.Direction.Reverse() : plan.Relationship.Direction;
    private readonly int _from = plan.From.Slot.Index;
    private readonly int _to = plan.To.Slot.Index;
    private readonly int _list = plan.Relationship.Symbol.Slot.Index;
    private readonly List<RelationshipCursor> _cursors = [];
    private readonly List<long> _trail = [];
    private readonly HashSet<long> _used = [];
    private int[] _types = [];
    private long _target;
    private long _start;
    private bool _givesStart;

    protected override bool Open()
    {
        _cursors.Clear();
        _trail.Clear();
        _used.Clear();
        _start = Context.Ids[_from];
        if (_start < 0)
        {
            return false;
        }

        // A type that does not exist still leaves the path of no hops.
        var types = TypeSets.Resolve(plan.Relationship.Types);
        _types = types ?? [];
        _target = plan.IsInto ? Context.Ids[_to] : -1;
        _givesStart = _length.Minimum == 0 && (!plan.IsInto || _target == _start);
        if (types is not null && (_length.Maximum is null or > 0))
        {
            Push(_start);
        }

        return !plan.IsInto || _target >= 0;
    }

    protected override bool Advance()
    {
        if (_givesStart)
        {
            _givesStart = false;
            Emit(_start);
            return true;
        }

        while (_cursors.Count > 0)
        {
            if (!Next(out var relationship, out var node))
            {
                Pop();
                continue;
            }

            Context.Guard.Tick();
            Context.Hits++;
            if (!Passes(relationship))
            {
                continue;
            }

            _trail.Add(relationship);
            _used.Add(relationship);
            var hops = _trail.Count;
            if (_length.Maximum is null || hops < _length.Maximum)
            {
                Push(node);
            }
            else
            {
                // A cursor that is at its end: the hop is taken back when it is popped.
                _cursors.Add(default);
            }

            if (hops >= _length.Minimum && (!plan.IsInto || node == _target))
            {
                Emit(node);
                return true;
            }
        }

        return false;
    }

    private void Push(long node) => _cursors.Add(Context.Storage.Expand(node, _direction, _types));

    private bool Next(out long relationship, out long node)
    {
        ref var cursor = ref System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_cursors)[^1];
        var found = cursor.MoveNext();
        (relationship, node) = found ? (cursor.Relationship, cursor.Other) : (-1, -1);
        return found;
    }

    private void Pop()
    {
        _cursors.RemoveAt(_cursors.Count - 1);
        if (_trail.Count > 0)
        {
            _used.Remove(_trail[^1]);
            _trail.RemoveAt(_trail.Count - 1);
        }
    }

    private bool Passes(long relationship)
    {
        if (_used.Contains(relationship))
        {
            return false;
        }

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

    private void Emit(long node)
    {
        Context.Ids[_to] = node;
        if (!plan.NeedsList)
        {
            return;
        }

        var items = new Value[_trail.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[plan.IsReversed ? items.Length - 1 - i : i] = Value.Relationship(_trail[i]);
        }

        Context.Values[_list] = Value.List(items);
    }
}
