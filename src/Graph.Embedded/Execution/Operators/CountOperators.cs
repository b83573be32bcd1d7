using Graph.Embedded.Planning;
using Graph.Embedded.Storage;
using Graph.Embedded.Values;

namespace Graph.Embedded.Execution;

internal sealed class NodeCountOperator(QueryContext context, Operator input, NodeCountPlan plan) : SingleInputOperator(context, input)
{
    public override bool MoveNext()
    {
        if (!Input.MoveNext())
        {
            return false;
        }

        Context.Hits++;
        var count = plan.Label is null ? Context.Storage.NodeCount
            : plan.Label.Id < 0 ? 0 : Context.Storage.NodeCountWithLabel(plan.Label.Id);
        foreach (var symbol in plan.Counts)
        {
            Context.Set(symbol, Value.Of(count));
        }

        return true;
    }
}

internal sealed class RelationshipCountOperator(QueryContext context, Operator input, RelationshipCountPlan plan)
    : SingleInputOperator(context, input)
{
    public override bool MoveNext()
    {
        if (!Input.MoveNext())
        {
            return false;
        }

        Context.Hits++;
        var count = plan.Types.Count == 0
            ? Context.Storage.RelationshipCount
            : plan.Types.Sum(type => type.Id < 0 ? 0 : Context.Storage.RelationshipCountOfType(type.Id));
        foreach (var symbol in plan.Counts)
        {
            Context.Set(symbol, Value.Of(count));
        }

        return true;
    }
}

/// <summary>The number of a node's relationships, less those that were followed already.</summary>
internal sealed class DegreeOperator(QueryContext context, Operator input, DegreePlan plan) : SingleInputOperator(context, input)
{
    private readonly Direction _direction = plan.Relationship.DirectionFrom(plan.From);
    private readonly int _from = plan.From.Slot.Index;
    private readonly DegreeExclusion[] _excluded = [.. plan.Excluded];
    private int[]? _types;
    private bool _isResolved;

    public override void Reset()
    {
        base.Reset();
        _isResolved = false;
    }

    public override bool MoveNext()
    {
        if (!_isResolved)
        {
            (_types, _isResolved) = (TypeSets.Resolve(plan.Relationship.Types), true);
        }

        while (Input.MoveNext())
        {
            Context.Guard.Tick();
            if (_types is not null && Degree(Context.Ids[_from]) is > 0 and var degree)
            {
                Context.Values[plan.Degree.Slot.Index] = Value.Of(degree);
                return true;
            }
        }

        return false;
    }

    private long Degree(long node)
    {
        if (node < 0)
        {
            return 0;
        }

        Context.Hits++;
        var degree = Context.Storage.Degree(node, _direction, _types);
        foreach (var excluded in _excluded)
        {
            var isCounted = excluded.Case switch
            {
                ExclusionCase.Always => true,
                ExclusionCase.IfLoop => Context.Ids[excluded.Other!.Slot.Index] == node,
                _ => IsCounted(node, Context.Ids[excluded.Relationship.Slot.Index]),
            };
            degree -= isCounted ? 1 : 0;
        }

        return degree;
    }

    private bool IsCounted(long node, long relationship)
    {
        var record = Context.Storage.Relationship(relationship);
        var isAt = _direction switch
        {
            Direction.Outgoing => record.Start == node,
            Direction.Incoming => record.End == node,
            _ => record.Start == node || record.End == node,
        };
        return isAt && TypeSets.Includes(plan.Relationship.Types, record.Type);
    }
}
