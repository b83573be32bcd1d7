using Graph.Embedded.Binding;
using Graph.Embedded.Planning;
using Graph.Embedded.Values;

namespace Graph.Embedded.Execution;

/// <summary>Every trail of repetitions of a group from a node, depth first.</summary>
/// <remarks>
/// All depths share the group's slots in the row, so what a depth found is kept beside it and put back before it goes on.
/// </remarks>
internal sealed class RepeatOperator(QueryContext context, Operator input, RepeatPlan plan) : NestedOperator(context, input)
{
    private readonly RepeatedPattern _pattern = plan.Pattern;
    private readonly Symbol _near = plan.IsReversed ? plan.Pattern.End : plan.Pattern.Start;
    private readonly Symbol _far = plan.IsReversed ? plan.Pattern.Start : plan.Pattern.End;
    private readonly Symbol _origin = plan.IsReversed ? plan.Pattern.To : plan.Pattern.From;
    private readonly Symbol _target = plan.IsReversed ? plan.Pattern.From : plan.Pattern.To;
    private readonly Symbol[] _inner = [.. plan.Pattern.Pattern.Nodes, .. plan.Pattern.Relationships];
    private readonly List<Level> _levels = [];
    private readonly HashSet<long> _used = [];
    private int _depth;
    private bool _givesStart;
    private long _end;

    protected override bool Open()
    {
        var start = Context.Get(_origin);
        _end = plan.IsInto ? Context.Ids[_target.Slot.Index] : -1;
        if (start.IsNull || (plan.IsInto && _end < 0))
        {
            return false;
        }

        _used.Clear();
        _depth = 0;
        _givesStart = _pattern.Minimum == 0 && (!plan.IsInto || _end == start.EntityId);
        if (_pattern.Maximum is null or > 0)
        {
            Enter(start);
        }

        return true;
    }

    protected override bool Advance()
    {
        if (_givesStart)
        {
            _givesStart = false;
            Emit(0);
            return true;
        }

        while (_depth > 0)
        {
            Context.Guard.Tick();
            var level = _levels[_depth - 1];
            level.Leave(_used);
            level.Restore(Context);
            if (!level.Rows.MoveNext())
            {
                _depth--;
                continue;
            }

            if (!level.Take(Context, _used))
            {
                continue;
            }

            var (count, end) = (_depth, Context.Get(_far));
            if (_pattern.Maximum is null || count < _pattern.Maximum)
            {
                Enter(end);
            }

            if (count >= _pattern.Minimum && (!plan.IsInto || end.EntityId == _end))
            {
                Emit(count);
                return true;
            }
        }

        return false;
    }

    private void Enter(Value node)
    {
        if (_levels.Count == _depth)
        {
            _levels.Add(new Level(OperatorBuilder.Build(plan.Inner, Context), _inner, _pattern.Relationships, _near));
        }

        var level = _levels[_depth++];
        level.Begin(Context, node);
    }

    private void Emit(int count)
    {
        foreach (var (inner, group) in _pattern.Groups)
        {
            Context.Set(group, Value.List(InOrder(count).Select(level => level.Get(inner))));
        }

        Context.Set(_pattern.Trail, Value.List(InOrder(count).SelectMany(level => _pattern.Relationships.Select(level.Get))));
        if (!plan.IsInto)
        {
            Context.Set(_target, count == 0 ? Context.Get(_origin) : _levels[count - 1].Get(_far));
        }
    }

    private IEnumerable<Level> InOrder(int count) => plan.IsReversed ? _levels.Take(count).Reverse() : _levels.Take(count);

    /// <summary>One repetition on the current trail.</summary>
    private sealed class Level(Operator rows, Symbol[] symbols, IReadOnlyList<Symbol> relationships, Symbol near)
    {
        private readonly Value[] _values = new Value[symbols.Length];
        private readonly List<long> _held = [];
        private bool _hasValues;

        public Operator Rows { get; } = rows;

        public void Begin(QueryContext context, Value node)
        {
            _hasValues = false;
            _held.Clear();
            context.Set(near, node);
            Rows.Reset();
            _values[Array.IndexOf(symbols, near)] = node;
        }

        /// <summary>Puts back what the level found last, or the node it starts at.</summary>
        public void Restore(QueryContext context)
        {
            if (!_hasValues)
            {
                context.Set(near, Get(near));
                return;
            }

            for (var i = 0; i < symbols.Length; i++)
            {
                context.Set(symbols[i], _values[i]);
            }
        }

        public void Leave(HashSet<long> used)
        {
            used.ExceptWith(_held);
            _held.Clear();
        }

        /// <summary>Keeps what was found; false where a relationship is on the trail already.</summary>
        public bool Take(QueryContext context, HashSet<long> used)
        {
            for (var i = 0; i < symbols.Length; i++)
            {
                _values[i] = context.Get(symbols[i]);
            }

            _hasValues = true;
            foreach (var relationship in relationships)
            {
                var id = Get(relationship).EntityId;
                if (!used.Add(id))
                {
                    Leave(used);
                    return false;
                }

                _held.Add(id);
            }

            return true;
        }

        public Value Get(Symbol symbol) => _values[Array.IndexOf(symbols, symbol)];
    }
}
