using Graph.Embedded.Binding;
using Graph.Embedded.Planning;
using Graph.Embedded.Storage;
using Graph.Embedded.Values;

namespace Graph.Embedded.Execution;

/// <summary>The ids that an expression gives, those that exist, each once.</summary>
internal static class IdSeek
{
    public static IEnumerator<long> Ids(QueryContext context, EntityByIdSeekPlan plan)
    {
        var value = plan.Ids.Evaluate(context);
        if (value.IsNull)
        {
            return Enumerable.Empty<long>().GetEnumerator();
        }

        if (plan.IsList && value.Kind != ValueKind.List)
        {
            throw ValueErrors.Mismatch("List<T>", value);
        }

        Value[] items = plan.IsList ? value.Items : [value];
        return items.Select(item => IdOf(item, plan)).Where(id => id >= 0 && Exists(context, plan, id)).Distinct().GetEnumerator();
    }

    private static long IdOf(Value value, EntityByIdSeekPlan plan) => value.Kind switch
    {
        ValueKind.Integer when !plan.IsElementId => value.AsInteger,
        ValueKind.Float when !plan.IsElementId && value.AsFloat == Math.Floor(value.AsFloat) && Math.Abs(value.AsFloat) < 1e15 => (long)value.AsFloat,
        ValueKind.String when plan.IsElementId => ElementIds.Parse(value.AsString, plan.Relationship is null),
        _ => -1,
    };

    private static bool Exists(QueryContext context, EntityByIdSeekPlan plan, long id)
    {
        context.Hits++;
        return plan.Relationship is null ? context.Storage.NodeExists(id) : context.Storage.RelationshipExists(id);
    }
}

internal sealed class NodeByIdSeekOperator(QueryContext context, Operator input, EntityByIdSeekPlan plan) : NestedOperator(context, input)
{
    private readonly int _slot = plan.Entity.Slot.Index;
    private IEnumerator<long>? _ids;

    protected override bool Open()
    {
        _ids = IdSeek.Ids(Context, plan);
        return true;
    }

    protected override bool Advance()
    {
        if (!_ids!.MoveNext())
        {
            return false;
        }

        Context.Ids[_slot] = _ids.Current;
        return true;
    }
}

internal sealed class RelationshipByIdSeekOperator(QueryContext context, Operator input, EntityByIdSeekPlan plan)
    : RelationshipCursorOperator(context, input, plan.Relationship!)
{
    private readonly PatternRelationship _relationship = plan.Relationship!;
    private IEnumerator<long>? _ids;

    protected override bool Open()
    {
        _ids = IdSeek.Ids(Context, plan);
        return base.Open();
    }

    protected override long NextId()
    {
        while (_ids!.MoveNext())
        {
            if (TypeSets.Includes(_relationship.Types, Context.Storage.Relationship(_ids.Current).Type))
            {
                return _ids.Current;
            }
        }

        return -1;
    }
}

/// <summary>The relationship types of a pattern as ids.</summary>
internal static class TypeSets
{
    /// <summary>Ids of the types that exist; null where types were asked for and none exists.</summary>
    public static int[]? Resolve(IReadOnlyList<TokenName> types)
    {
        if (types.Count == 0)
        {
            return [];
        }

        var ids = types.Select(static type => type.Id).Where(static id => id >= 0).ToArray();
        return ids.Length == 0 ? null : ids;
    }

    public static bool Includes(IReadOnlyList<TokenName> types, int type)
    {
        if (types.Count == 0)
        {
            return true;
        }

        foreach (var candidate in types)
        {
            if (candidate.Id == type)
            {
                return true;
            }
        }

        return false;
    }

    public static bool Fits(Direction direction, RelationshipRecord record, long from, long to) => direction switch
    {
        Direction.Outgoing => record.Start == from && record.End == to,
        Direction.Incoming => record.End == from && record.Start == to,
        _ => (record.Start == from && record.End == to) || (record.End == from && record.Start == to),
    };
}
