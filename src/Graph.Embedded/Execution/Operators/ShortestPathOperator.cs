using Graph.Embedded.Binding;
using Graph.Embedded.Planning;
using Graph.Embedded.Values;

namespace Graph.Embedded.Execution;

/// <summary>The shortest path, or all of them, between two nodes that are known.</summary>
internal sealed class ShortestPathOperator(QueryContext context, Operator input, ShortestPathPlan plan) : NestedOperator(context, input)
{
    private readonly ShortestPathPattern _pattern = plan.Pattern;
    private readonly PatternRelationship _relationship = plan.Pattern.Relationship;
    private readonly ShortestPathSearch _search = new(context, plan.Pattern.Relationship);
    private IEnumerator<long[]>? _paths;
    private long _start;

    protected override bool Open()
    {
        _start = Context.Ids[_relationship.From.Slot.Index];
        var end = Context.Ids[_relationship.To.Slot.Index];
        if (_start < 0 || end < 0)
        {
            return false;
        }

        _paths = Find(end).GetEnumerator();
        return true;
    }

    protected override bool Advance()
    {
        if (!_paths!.MoveNext())
        {
            return false;
        }

        Bind(_paths.Current);
        if (_pattern.Mode == ShortestMode.Single)
        {
            EndRow();
        }

        return true;
    }

    private IEnumerable<long[]> Find(long end)
    {
        var minimum = _relationship.Length!.Minimum;
        if (_start == end && !_pattern.IsSelector)
        {
            return minimum == 0 ? [[]] : throw SameNode();
        }

        var isPlain = _pattern.Predicates.Count == 0 && minimum <= 1 && _start != end && _pattern.Mode is ShortestMode.Single or ShortestMode.All;
        return isPlain
            ? _search.Find(_start, end, _pattern.Mode == ShortestMode.All)
            : new ShortestTrailSearch(Context, _relationship, Passes).Find(_start, end, _pattern.Mode, _pattern.Count);
    }

    private bool Passes(long[] relationships)
    {
        Bind(relationships);
        foreach (var predicate in _pattern.Predicates)
        {
            if (predicate.Test(Context) != true)
            {
                return false;
            }
        }

        return true;
    }

    private void Bind(long[] relationships)
    {
        var items = new Value[relationships.Length];
        var elements = new Value[1 + (2 * relationships.Length)];
        var node = _start;
        elements[0] = Value.Node(node);
        for (var i = 0; i < relationships.Length; i++)
        {
            node = Context.Storage.Relationship(relationships[i]).Other(node);
            items[i] = Value.Relationship(relationships[i]);
            elements[(2 * i) + 1] = items[i];
            elements[(2 * i) + 2] = Value.Node(node);
        }

        Context.Set(_relationship.Symbol, Value.List(items));
        Context.Set(_pattern.Path, Value.Path(elements));
    }

    private static CypherException SameNode() => new(
        "Neo.DatabaseError.Statement.ExecutionFailed",
        "The shortest path algorithm does not work when the start and end nodes are the same. Leave such rows out with a predicate "
        + "(WHERE a <> b), or write a variable length pattern, ordered by its length and limited to one.");
}
