using Graph.Embedded.Expressions;
using Graph.Embedded.Parsing.Syntax;

namespace Graph.Embedded.Binding;

internal sealed partial class Binder
{
    private MapExpression BindMap(MapSyntax map)
    {
        // Of a key written twice the last value counts.
        var keys = new List<string>();
        var values = new List<Expression>();
        foreach (var (key, value) in map.Entries)
        {
            var bound = Bind(value);
            var at = keys.IndexOf(key);
            if (at >= 0)
            {
                values[at] = bound;
            }
            else
            {
                keys.Add(key);
                values.Add(bound);
            }
        }

        return new MapExpression(map.Span, keys, values);
    }

    private MapProjectionExpression BindMapProjection(MapProjectionSyntax projection)
    {
        var target = Require(Bind(projection.Target), TypeSet.Map | TypeSet.Node | TypeSet.Relationship);
        var entries = projection.Items.Select(item => item.Kind switch
        {
            MapProjectionKind.All => new MapProjectionEntry(null, null),
            MapProjectionKind.Property => new MapProjectionEntry(item.Name, new PropertyExpression(item.Span, target, Key(item.Name))),
            _ => new MapProjectionEntry(item.Name, Bind(item.Value!)),
        });
        return new MapProjectionExpression(projection.Span, target, [.. entries]);
    }

    private ListComprehensionExpression BindListComprehension(ListComprehensionSyntax syntax)
    {
        var list = Require(Bind(syntax.List), TypeSet.List);
        var local = Local(syntax.Variable, list);
        var (where, projection) = WithLocals([local], () => InsideList(() => (
            syntax.Where is null ? null : BindPredicate(syntax.Where),
            syntax.Projection is null ? null : Bind(syntax.Projection))));
        return new ListComprehensionExpression(syntax.Span, local, list, where, projection);
    }

    private QuantifierExpression BindQuantifier(QuantifierSyntax syntax)
    {
        var list = Require(Bind(syntax.List), TypeSet.List);
        var local = Local(syntax.Variable, list);
        var predicate = WithLocals([local], () => InsideList(() => BindPredicate(syntax.Predicate)));
        return new QuantifierExpression(syntax.Span, syntax.Kind, local, list, predicate);
    }

    private ReduceExpression BindReduce(ReduceSyntax syntax)
    {
        var initial = Bind(syntax.Initial);
        var list = Require(Bind(syntax.List), TypeSet.List);
        var accumulator = _slots.Create(syntax.Accumulator.Text, StaticType.Any);
        var local = Local(syntax.Variable, list);
        var step = WithLocals([accumulator, local], () => InsideList(() => Bind(syntax.Step)));
        return new ReduceExpression(syntax.Span, accumulator, initial, local, list, step);
    }

    private Symbol Local(NameSyntax name, Expression list)
    {
        var type = list.Type.IsOnly(TypeSet.List) ? list.Type.Item : StaticType.Any;
        return _slots.Create(name.Text, type);
    }

    /// <summary>Binds an action with more variables, which may hide others of their names.</summary>
    private T WithLocals<T>(IReadOnlyList<Symbol> locals, Func<T> bind)
    {
        var saved = _scope;
        _scope = saved.Copy();
        foreach (var local in locals)
        {
            _scope.Declare(local);
        }

        var result = bind();
        _scope = saved;
        return result;
    }
}
