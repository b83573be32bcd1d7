using Graph.Embedded.Binding;
using Graph.Embedded.Execution;
using Graph.Embedded.Parsing;
using Graph.Embedded.Parsing.Syntax;
using Graph.Embedded.Values;

namespace Graph.Embedded.Expressions;

/// <summary><c>reduce(acc = initial, x IN list | step)</c></summary>
internal sealed class ReduceExpression(
    SourceSpan span, Symbol accumulator, Expression initial, Symbol variable, Expression list, Expression step) : Expression(span)
{
    /// <summary>What each step appends to the accumulator, where it does no more than that: <c>reduce(a = [], x IN l | a + f(x))</c>.</summary>
    private readonly Expression? _appended =
        step is ArithmeticExpression { Operator: BinaryOperator.Add, Children: [SymbolExpression { Symbol: var left }, var right] }
        && ReferenceEquals(left, accumulator) && !right.Reads().Contains(accumulator) ? right : null;

    public override StaticType Type => StaticType.Any;

    public override IReadOnlyList<Expression> Children => [initial, list, step];

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

        var total = initial.Evaluate(context);
        if (_appended is not null && total.Kind == ValueKind.List)
        {
            return Appended(context, total.Items, source.Items);
        }

        foreach (var item in source.Items)
        {
            context.Guard.Tick();
            context.Set(accumulator, total);
            context.Set(variable, item);
            total = step.Evaluate(context);
        }

        return total;
    }

    /// <summary>Appends in place: a copy at every step would take time with the square of the length.</summary>
    private Value Appended(QueryContext context, Value[] start, Value[] source)
    {
        const int ItemBytes = 24;
        var items = new List<Value>(start);
        var isNull = false;
        foreach (var item in source)
        {
            context.Guard.Tick();
            context.Set(variable, item);
            var next = _appended!.Evaluate(context);
            isNull |= next.IsNull;
            if (isNull)
            {
                continue;
            }

            ReadOnlySpan<Value> added = next.Kind == ValueKind.List ? next.Items : [next];
            context.Guard.Allocate(ItemBytes * added.Length);
            items.AddRange(added);
        }

        context.Guard.Release(ItemBytes * (items.Count - start.Length));
        return isNull ? Value.Null : Value.List([.. items]);
    }

    public override Expression MapChildren(Func<Expression, Expression> map) =>
        new ReduceExpression(Span, accumulator, map(initial), variable, map(list), map(step));

    public override void CollectReads(HashSet<Symbol> into)
    {
        base.CollectReads(into);
        into.Remove(accumulator);
        into.Remove(variable);
    }

    public override void Write(ExpressionText text) => text.Append("reduce(")
        .With([accumulator, variable], inner => inner.Append(accumulator)).Append(" = ").Append(initial).Append(", ")
        .With([accumulator, variable], inner => inner.Append(variable)).Append(" IN ").Append(list)
        .With([accumulator, variable], inner => inner.Append(" | ").Append(step)).Append(")");
}
