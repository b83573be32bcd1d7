using Graph.Embedded.Binding;
using Graph.Embedded.Planning;
using Graph.Embedded.Storage;

namespace Graph.Embedded.Execution;

/// <summary>Each relationship of a node, with the node it leads to.</summary>
internal sealed class ExpandAllOperator(QueryContext context, Operator input, ExpandPlan plan) : NestedOperator(context, input)
{
    private readonly Direction _direction = plan.Relationship.DirectionFrom(plan.From);
    private readonly int _from = plan.From.Slot.Index;
    private readonly int _to = plan.To.Slot.Index;
    private readonly int _relationship = plan.Relationship.Symbol.Slot.Index;
    private readonly int[] _excluded = [.. plan.Excluded.Select(static symbol => symbol.Slot.Index)];
    private RelationshipCursor _cursor;
    private int[]? _types;

    public override void Reset()
    {
        base.Reset();
        _types = TypeSets.Resolve(plan.Relationship.Types);
    }

    protected override bool Open()
    {
        var from = Context.Ids[_from];
        if (from < 0)
        {
            return false;
        }

        _types ??= TypeSets.Resolve(plan.Relationship.Types);
        if (_types is null)
        {
            return false;
        }

        Context.Hits++;
        _cursor = Context.Storage.Expand(from, _direction, _types);
        return true;
    }

    protected override bool Advance()
    {
        var ids = Context.Ids;
        while (_cursor.MoveNext())
        {
            Context.Guard.Tick();
            Context.Hits++;
            var relationship = _cursor.Relationship;
            if (_excluded.Length == 0 || !Exclusion.Holds(ids, _excluded, relationship))
            {
                ids[_relationship] = relationship;
                ids[_to] = _cursor.Other;
                return true;
            }
        }

        return false;
    }
}

/// <summary>Relationships that must not be followed again.</summary>
internal static class Exclusion
{
    public static bool Holds(long[] ids, int[] slots, long relationship)
    {
        foreach (var slot in slots)
        {
            if (ids[slot] == relationship)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>The relationships between two nodes that are known; walks the node that has fewer.</summary>
internal sealed class ExpandIntoOperator(QueryContext context, Operator input, ExpandPlan plan) : NestedOperator(context, input)
{
    private readonly Direction _direction = plan.Relationship.DirectionFrom(plan.From);
    private readonly int _from = plan.From.Slot.Index;
    private readonly int _to = plan.To.Slot.Index;
    private readonly int _relationship = plan.Relationship.Symbol.Slot.Index;
    private readonly int[] _excluded = [.. plan.Excluded.Select(static symbol => symbol.Slot.Index)];
    private RelationshipCursor _cursor;
    private long _other;

    protected override bool Open()
    {
        var (from, to) = (Context.Ids[_from], Context.Ids[_to]);
        if (from < 0 || to < 0 || TypeSets.Resolve(plan.Relationship.Types) is not { } types)
        {
            return false;
        }

        Context.Hits += 2;
        var storage = Context.Storage;
        var isTurned = from != to
            && storage.Degree(to, _direction.Reverse(), types) < storage.Degree(from, _direction, types);
        (_cursor, _other) = isTurned
            ? (storage.Expand(to, _direction.Reverse(), types), from)
            : (storage.Expand(from, _direction, types), to);
        return true;
    }

    protected override bool Advance()
    {
        while (_cursor.MoveNext())
        {
            Context.Guard.Tick();
            Context.Hits++;
            if (_cursor.Other == _other && !Exclusion.Holds(Context.Ids, _excluded, _cursor.Relationship))
            {
                Context.Ids[_relationship] = _cursor.Relationship;
                return true;
            }
        }

        return false;
    }
}

/// <summary>The ends of a relationship that is known: one row, or two where it is undirected and neither end is known.</summary>
internal sealed class ProjectEndpointsOperator(QueryContext context, Operator input, ProjectEndpointsPlan plan) : NestedOperator(context, input)
{
    private readonly PatternRelationship _relationship = plan.Relationship;
    private RelationshipRecord _record;
    private int _attempt;

    protected override bool Open()
    {
        var id = Context.Ids[_relationship.Symbol.Slot.Index];
        if (id < 0)
        {
            return false;
        }

        Context.Transaction.RequireRelationship(id);
        Context.Hits++;
        _record = Context.Storage.Relationship(id);
        _attempt = 0;
        return TypeSets.Includes(_relationship.Types, _record.Type);
    }

    protected override bool Advance()
    {
        while (_attempt < 2)
        {
            var isForward = _attempt++ == 0;
            var isAllowed = isForward
                ? _relationship.Direction != Direction.Incoming
                : _relationship.Direction != Direction.Outgoing
                    && !(_relationship.Direction == Direction.Both && _record.Start == _record.End);
            if (isAllowed && Bind(isForward ? _record.Start : _record.End, isForward ? _record.End : _record.Start))
            {
                return true;
            }
        }

        return false;
    }

    private bool Bind(long from, long to)
    {
        var ids = Context.Ids;
        var (fromSlot, toSlot) = (_relationship.From.Slot.Index, _relationship.To.Slot.Index);
        if ((plan.IsFromBound && ids[fromSlot] != from) || (plan.IsToBound && ids[toSlot] != to) || (fromSlot == toSlot && from != to))
        {
            return false;
        }

        ids[fromSlot] = from;
        ids[toSlot] = to;
        return true;
    }
}
