using Graph.Embedded.Planning;
using Graph.Embedded.Values;

namespace Graph.Embedded.Execution;

internal sealed class DistinctOperator(QueryContext context, Operator input, DistinctPlan plan) : SingleInputOperator(context, input)
{
    private const int EntryBytes = 48;
    private readonly LongSet _ids = new();
    private bool _hasNull;
    private readonly HashSet<Value[]> _seen = new(ValueArrayComparer.Instance);
    private readonly Value[] _scratch = new Value[plan.Keys.Count];
    private readonly int _idSlot = plan.Keys is [{ Slot.IsId: true } only] ? only.Slot.Index : -1;
    private long _bytes;

    public override void Reset()
    {
        base.Reset();
        _ids.Clear();
        _hasNull = false;
        _seen.Clear();
        Context.Guard.Release(_bytes);
        _bytes = 0;
    }

    public override bool MoveNext()
    {
        while (Input.MoveNext())
        {
            if (IsNew())
            {
                var bytes = EntryBytes + (24L * _scratch.Length);
                _bytes += bytes;
                Context.Guard.Allocate(bytes);
                return true;
            }
        }

        return false;
    }

    private bool IsNew()
    {
        if (_idSlot >= 0)
        {
            var id = Context.Ids[_idSlot];
            var isFirstNull = id < 0 && !_hasNull;
            _hasNull |= id < 0;
            return id < 0 ? isFirstNull : _ids.Add(id);
        }

        for (var i = 0; i < _scratch.Length; i++)
        {
            _scratch[i] = Context.Get(plan.Keys[i]);
        }

        return !_seen.Contains(_scratch) && _seen.Add([.. _scratch]);
    }
}
