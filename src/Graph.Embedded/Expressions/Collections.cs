using Graph.Embedded.Binding;
using Graph.Embedded.Execution;
using Graph.Embedded.Parsing;
using Graph.Embedded.Parsing.Syntax;
using Graph.Embedded.Values;

namespace Graph.Embedded.Expressions;

internal sealed class ListExpression(SourceSpan span, IReadOnlyList<Expression> items) : Expression(span)
{
    private readonly Expression[] _items = [.. items];

    public override StaticType Type { get; } = StaticType.ListOf(KindsOf(items));

    public override IReadOnlyList<Expression> Children => _items;

    /// <summary>As in Neo4j, a list of different types is one of anything, save for numbers.</summary>
    private static TypeSet KindsOf(IReadOnlyList<Expression> items)
    {
        var kinds = items.Aggregate(TypeSet.None, static (types, item) => types | item.Type.Kinds);
        return items.Count > 0 && (items.All(item => item.Type.Kinds == kinds) || (kinds & ~TypeSet.Number) == 0) ? kinds : TypeSet.Any;
    }

    public override Value Evaluate(QueryContext context)
    {
        var values = new Value[_items.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = _items[i].Evaluate(context);
        }

        return Value.List(values);
    }

    public override Expression MapChildren(Func<Expression, Expression> map) =>
        new ListExpression(Span, Array.ConvertAll(_items, item => map(item)));

    public override void Write(ExpressionText text) => text.Append("[").AppendAll(_items).Append("]");
}

internal sealed class MapExpression(SourceSpan span, IReadOnlyList<string> keys, IReadOnlyList<Expression> values) : Expression(span)
{
    private readonly string[] _keys = [.. keys];
    private readonly Expression[] _values = [.. values];

    private int[]? _keyIds;

    public IReadOnlyList<string> Keys => _keys;

    public override StaticType Type => StaticType.Map;

    /// <summary>The keys as property key ids, made where there are none: for writing.</summary>
    public int[] KeyIds(QueryContext context) =>
        _keyIds ??= Array.ConvertAll(_keys, context.Storage.Tokens.Keys.GetOrCreate);

    public override IReadOnlyList<Expression> Children => _values;

    public override Value Evaluate(QueryContext context)
    {
        var values = new Value[_values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = _values[i].Evaluate(context);
        }

        return Value.Of(values.Length == 0 ? MapValue.Empty : new MapValue(_keys, values));
    }

    public override Expression MapChildren(Func<Expression, Expression> map) =>
        new MapExpression(Span, _keys, Array.ConvertAll(_values, value => map(value)));

    public override void Write(ExpressionText text)
    {
        text.Append("{");
        for (var i = 0; i < _keys.Length; i++)
        {
            text.Append(i == 0 ? "" : ", ").Append(Names.Quote(_keys[i])).Append(": ").Append(_values[i]);
        }

        text.Append("}");
    }
}

/// <summary>An entry of <c>m {.*, .a, b: 1}</c>: null key and value for <c>.*</c>.</summary>
internal readonly record struct MapProjectionEntry(string? Key, Expression? Value);

internal sealed class MapProjectionExpression(SourceSpan span, Expression target, IReadOnlyList<MapProjectionEntry> entries)
    : Expression(span)
{
    public override StaticType Type => StaticType.Map;

    public override IReadOnlyList<Expression> Children { get; } =
        [target, .. entries.Select(static entry => entry.Value).OfType<Expression>()];

    public override Value Evaluate(QueryContext context)
    {
        var subject = target.Evaluate(context);
        if (subject.IsNull)
        {
            return Value.Null;
        }

        if (subject.Kind is not (ValueKind.Map or ValueKind.Node or ValueKind.Relationship))
        {
            throw ValueErrors.Mismatch("Map, Node or Relationship", subject);
        }

        var pairs = new List<KeyValuePair<string, Value>>();
        foreach (var entry in entries)
        {
            if (entry.Key is null)
            {
                pairs.AddRange(context.PropertiesOf(subject));
            }
            else
            {
                pairs.Add(new(entry.Key, entry.Value!.Evaluate(context)));
            }
        }

        return Value.Of(MapValue.From(pairs));
    }

    public override Expression MapChildren(Func<Expression, Expression> map) => new MapProjectionExpression(
        Span, map(target), [.. entries.Select(entry => entry with { Value = entry.Value is null ? null : map(entry.Value) })]);

    public override void Write(ExpressionText text)
    {
        text.Operand(target).Append("{");
        for (var i = 0; i < entries.Count; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            _ = entries[i].Key is { } key ? text.Append(Names.Quote(key)).Append(": ").Append(entries[i].Value!) : text.Append(".*");
        }

        text.Append("}");
    }
}

/// <summary><c>[x IN list WHERE predicate | projection]</c></summary>
internal sealed class ListComprehensionExpression(
    SourceSpan span, Symbol variable, Expression list, Expression? where, Expression? projection) : Expression(span)
{
    public override StaticType Type { get; } = projection is null ? new StaticType(TypeSet.List, list.Type.Items) : StaticType.ListOf(projection.Type.Kinds);

    public override IReadOnlyList<Expression> Children { get; } =
        [list, .. where is null ? [] : new[] { where }, .. projection is null ? [] : new[] { projection }];

    public override Value Evaluate(QueryContext context)
    {
        var source = list.Evaluate(context);
        if (source.IsNull)
        {
            return Value.Null;
        }

        if (source.Kind != ValueKind.List)
        {
            throw ValueErrors.Mismatch("List<T>", source);
        }

        var results = new List<Value>(source.Items.Length);
        foreach (var item in source.Items)
        {
            context.Guard.Tick();
            context.Set(variable, item);
            if (where is null || where.Test(context) == true)
            {
                results.Add(projection is null ? item : projection.Evaluate(context));
            }
        }

        return Value.List([.. results]);
    }

    public override Expression MapChildren(Func<Expression, Expression> map) => new ListComprehensionExpression(
        Span, variable, map(list), where is null ? null : map(where), projection is null ? null : map(projection));

    public override void CollectReads(HashSet<Symbol> into)
    {
        base.CollectReads(into);
        into.Remove(variable);
    }

    public override void Write(ExpressionText text)
    {
        text.Append("[").With([variable], inner => inner.Append(variable).Append(" IN ")).Append(list);
        text.With([variable], inner =>
        {
            _ = where is null ? inner : inner.Append(" WHERE ").Append(where);
            _ = projection is null ? inner : inner.Append(" | ").Append(projection);
        });
        text.Append("]");
    }
}

/// <summary><c>all(x IN list WHERE predicate)</c> and its kin, in three-valued logic.</summary>
internal sealed class QuantifierExpression(
    SourceSpan span, QuantifierKind kind, Symbol variable, Expression list, Expression predicate) : Expression(span)
{
    public override StaticType Type => StaticType.Boolean;

    public override IReadOnlyList<Expression> Children => [list, predicate];

    public override Value Evaluate(QueryContext context) => Value.Of(Test(context));

    public override bool? Test(QueryContext context)
    {
        var source = list.Evaluate(context);
        if (source.IsNull)
        {
            return null;
        }

        if (source.Kind != ValueKind.List)
        {
            throw ValueErrors.Mismatch("List<T>", source);
        }

        var (matches, hasUnknown) = (0, false);
        foreach (var item in source.Items)
        {
            context.Guard.Tick();
            context.Set(variable, item);
            var truth = predicate.Test(context);
            hasUnknown |= truth is null;
            matches += truth == true ? 1 : 0;
            if (Decided(truth, matches) is { } decided)
            {
                return decided;
            }
        }

        return hasUnknown ? null : kind switch
        {
            QuantifierKind.All or QuantifierKind.None => true,
            QuantifierKind.Any => false,
            _ => matches == 1,
        };
    }

    public override Expression MapChildren(Func<Expression, Expression> map) =>
        new QuantifierExpression(Span, kind, variable, map(list), map(predicate));

    public override void CollectReads(HashSet<Symbol> into)
    {
        base.CollectReads(into);
        into.Remove(variable);
    }

    public override void Write(ExpressionText text) => text.Append(kind.ToString().ToLowerInvariant()).Append("(")
        .With([variable], inner => inner.Append(variable).Append(" IN ")).Append(list)
        .With([variable], inner => inner.Append(" WHERE ").Append(predicate)).Append(")");

    private bool? Decided(bool? truth, int matches) => kind switch
    {
        QuantifierKind.All when truth == false => false,
        QuantifierKind.Any when truth == true => true,
        QuantifierKind.None when truth == true => false,
        QuantifierKind.Single when matches > 1 => false,
        _ => null,
    };
}
