using Graph.Embedded.Binding;
using Graph.Embedded.Planning;
using Graph.Embedded.Storage;

namespace Graph.Embedded.Execution;

/// <summary>Puts the ids of a cursor in a node's slot.</summary>
internal abstract class NodeCursorOperator(QueryContext context, Operator input, Symbol node) : NestedOperator(context, input)
{
    private readonly int _slot = node.Slot.Index;
    private IdCursor? _cursor;

    protected override bool Open() => (_cursor = OpenCursor()) is not null;

    protected override bool Advance()
    {
        if (!_cursor!.MoveNext())
        {
            return false;
        }

        Context.Guard.Tick();
        Context.Hits++;
        Context.Ids[_slot] = _cursor.Current;
        return true;
    }

    /// <summary>Null where nothing can be found.</summary>
    protected abstract IdCursor? OpenCursor();
}

internal sealed class AllNodesScanOperator(QueryContext context, Operator input, AllNodesScanPlan plan)
    : NodeCursorOperator(context, input, plan.Node)
{
    protected override IdCursor OpenCursor() => Context.Storage.AllNodes();
}

internal sealed class NodeByLabelScanOperator(QueryContext context, Operator input, NodeByLabelScanPlan plan)
    : NodeCursorOperator(context, input, plan.Node)
{
    protected override IdCursor? OpenCursor() => plan.Label.Id is >= 0 and var label ? Context.Storage.NodesWithLabel(label) : null;
}

internal sealed class NodeIndexOperator(QueryContext context, Operator input, NodeIndexPlan plan)
    : NodeCursorOperator(context, input, plan.Node)
{
    protected override IdCursor? OpenCursor() => IndexCursors.Open(Context, plan.Access);
}

/// <summary>Puts relationships in the slots of a pattern: start, relationship and end; undirected ones twice.</summary>
internal abstract class RelationshipCursorOperator(QueryContext context, Operator input, PatternRelationship relationship)
    : NestedOperator(context, input)
{
    private readonly int _relationship = relationship.Symbol.Slot.Index;
    private readonly int _from = relationship.From.Slot.Index;
    private readonly int _to = relationship.To.Slot.Index;
    private RelationshipRecord _mirrored;
    private bool _hasMirrored;

    protected override bool Advance()
    {
        if (_hasMirrored)
        {
            _hasMirrored = false;
            Put(_mirrored.Id, _mirrored.End, _mirrored.Start);
            return true;
        }

        while (NextId() is var id and >= 0)
        {
            Context.Guard.Tick();
            Context.Hits++;
            var record = Context.Storage.Relationship(id);
            switch (relationship.Direction)
            {
                case Direction.Outgoing:
                    Put(id, record.Start, record.End);
                    break;
                case Direction.Incoming:
                    Put(id, record.End, record.Start);
                    break;
                default:
                    // A loop looks the same from both sides.
                    (_mirrored, _hasMirrored) = (record, record.Start != record.End);
                    Put(id, record.Start, record.End);
                    break;
            }

            // A pattern whose two nodes are one variable matches loops alone.
            if (_from != _to || record.Start == record.End)
            {
                return true;
            }

            _hasMirrored = false;
        }

        return false;
    }

    /// <summary>The next relationship's id; -1 at the end.</summary>
    protected abstract long NextId();

    protected override bool Open()
    {
        _hasMirrored = false;
        return true;
    }

    private void Put(long id, long from, long to)
    {
        Context.Ids[_relationship] = id;
        Context.Ids[_from] = from;
        Context.Ids[_to] = to;
    }
}

internal sealed class RelationshipScanOperator(QueryContext context, Operator input, RelationshipScanPlan plan)
    : RelationshipCursorOperator(context, input, plan.Relationship)
{
    private int _nextType;
    private IdCursor? _cursor;

    protected override bool Open()
    {
        _nextType = 0;
        _cursor = plan.Relationship.Types.Count == 0 ? Context.Storage.AllRelationships() : null;
        return base.Open();
    }

    protected override long NextId()
    {
        while (true)
        {
            if (_cursor?.MoveNext() == true)
            {
                return _cursor.Current;
            }

            if (_nextType >= plan.Relationship.Types.Count)
            {
                return -1;
            }

            var type = plan.Relationship.Types[_nextType++].Id;
            _cursor = type < 0 ? null : Context.Storage.RelationshipsOfType(type);
        }
    }
}

internal sealed class RelationshipIndexOperator(QueryContext context, Operator input, RelationshipIndexPlan plan)
    : RelationshipCursorOperator(context, input, plan.Relationship)
{
    private IdCursor? _cursor;

    protected override bool Open()
    {
        _cursor = IndexCursors.Open(Context, plan.Access);
        return base.Open() && _cursor is not null;
    }

    protected override long NextId() => _cursor!.MoveNext() ? _cursor.Current : -1;
}
