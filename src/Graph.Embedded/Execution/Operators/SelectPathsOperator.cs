using Graph.Embedded.Binding;
using Graph.Embedded.Planning;
using Graph.Embedded.Values;

namespace Graph.Embedded.Execution;

/// <summary>Gathers every match of a pattern for a row and gives the shortest for each pair of end nodes.</summary>
internal sealed class SelectPathsOperator(QueryContext context, Operator input, Operator inner, SelectPathsPlan plan) : NestedOperator(context, input)
{
    private readonly RowBuffer _rows = new(context, plan.Symbols);
    private List<int> _selected = [];
    private int _next;

    protected override bool Open()
    {
        inner.Reset();
        _rows.Clear();
        _next = 0;
        var matches = new Dictionary<(long From, long To), List<(int Length, int Row)>>();
        while (inner.MoveNext())
        {
            var key = (Context.Ids[plan.Pattern.From.Slot.Index], Context.Ids[plan.Pattern.To.Slot.Index]);
            if (!matches.TryGetValue(key, out var paths))
            {
                matches.Add(key, paths = []);
            }

            paths.Add((Length(), _rows.Add()));
        }

        _selected = [.. matches.Values.SelectMany(Select)];
        return true;
    }

    protected override bool Advance()
    {
        if (_next >= _selected.Count)
        {
            return false;
        }

        _rows.Load(_selected[_next++]);
        return true;
    }

    private int Length()
    {
        var length = 0;
        foreach (var symbol in plan.Pattern.Relationships)
        {
            var value = Context.Get(symbol);
            length += value.Kind == ValueKind.List ? value.Items.Length : 1;
        }

        return length;
    }

    private IEnumerable<int> Select(List<(int Length, int Row)> paths)
    {
        var ordered = paths.OrderBy(static path => path.Length).ThenBy(static path => path.Row);
        return plan.Pattern.Mode switch
        {
            ShortestMode.All => Groups(ordered, 1),
            ShortestMode.Groups => Groups(ordered, plan.Pattern.Count),
            _ => ordered.Take(plan.Pattern.Count).Select(static path => path.Row),
        };
    }

    private static IEnumerable<int> Groups(IEnumerable<(int Length, int Row)> paths, int count) =>
        paths.GroupBy(static path => path.Length).Take(count).SelectMany(static group => group.Select(static path => path.Row));
}
