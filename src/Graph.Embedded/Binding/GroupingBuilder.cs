using Graph.Embedded.Expressions;
using Graph.Embedded.Parsing;

namespace Graph.Embedded.Binding;

/// <summary>Splits the columns of an aggregating projection into what rows are grouped by, aggregates, and what is computed of these.</summary>
internal sealed class GroupingBuilder(SourceText source, SlotAllocator slots)
{
    private readonly Dictionary<string, BoundColumn> _keys = [];
    private readonly Dictionary<string, BoundAggregate> _aggregates = [];

    public BoundGrouping Build() => new([.. _keys.Values], [.. _aggregates.Values]);

    /// <summary>Adds a column without aggregates: rows are grouped by it.</summary>
    public void AddKey(Expression expression, string name)
    {
        var key = ExpressionText.KeyOf(expression);
        if (!_keys.ContainsKey(key))
        {
            var symbol = expression is SymbolExpression variable ? variable.Symbol : slots.Create(name, expression.Type);
            _keys.Add(key, new BoundColumn(symbol, expression));
        }
    }

    /// <summary>The column as it is computed after grouping.</summary>
    public Expression Rewrite(Expression expression)
    {
        if (_keys.TryGetValue(ExpressionText.KeyOf(expression), out var whole))
        {
            return new SymbolExpression(expression.Span, whole.Symbol);
        }

        var rewritten = Replace(expression);
        var implicitKeys = Offenders(rewritten).ToArray();
        if (implicitKeys.Length == 0)
        {
            return rewritten;
        }

        throw source.Error(
            implicitKeys[0].Span.Start,
            "Aggregation column contains implicit grouping expressions. For example, in 'RETURN n.a, n.a + n.b + count(*)' the aggregation "
            + "expression 'n.a + n.b + count(*)' includes the implicit grouping key 'n.b'. It may be possible to rewrite the query by extracting "
            + "these grouping/aggregation expressions into a preceding WITH clause. Illegal expression(s): "
            + string.Join(", ", implicitKeys.Select(static part => part.ToString()).Distinct()));
    }

    private Expression Replace(Expression expression)
    {
        if (expression is AggregateExpression aggregate)
        {
            return new SymbolExpression(aggregate.Span, SymbolOf(aggregate));
        }

        // Only variables and properties of them count as grouping keys inside a larger expression, as in Neo4j.
        var isSimple = expression is SymbolExpression or PropertyExpression { Target: SymbolExpression };
        return isSimple && _keys.TryGetValue(ExpressionText.KeyOf(expression), out var key)
            ? new SymbolExpression(expression.Span, key.Symbol)
            : expression.MapChildren(Replace);
    }

    private Symbol SymbolOf(AggregateExpression aggregate)
    {
        var key = ExpressionText.KeyOf(aggregate);
        if (!_aggregates.TryGetValue(key, out var known))
        {
            known = new BoundAggregate(slots.Create(aggregate.ToString(), aggregate.Type, isHidden: true), aggregate);
            _aggregates.Add(key, known);
        }

        return known.Symbol;
    }

    /// <summary>Variables and properties that are neither grouped by nor aggregated.</summary>
    private IEnumerable<Expression> Offenders(Expression expression)
    {
        var allowed = _keys.Values.Select(static key => key.Symbol).Concat(_aggregates.Values.Select(static call => call.Symbol)).ToHashSet();
        return Offenders(expression, allowed);
    }

    private static IEnumerable<Expression> Offenders(Expression expression, HashSet<Symbol> allowed)
    {
        if (expression.Reads().IsSubsetOf(allowed))
        {
            return [];
        }

        return expression is SymbolExpression || expression is PropertyExpression { Target: SymbolExpression } || expression.Children.Count == 0
            ? [expression]
            : expression.Children.SelectMany(child => Offenders(child, allowed));
    }
}
