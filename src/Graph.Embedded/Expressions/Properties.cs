using Graph.Embedded.Binding;
using Graph.Embedded.Execution;
using Graph.Embedded.Parsing;
using Graph.Embedded.Values;
using Graph.Embedded.Values.Operators;

namespace Graph.Embedded.Expressions;

/// <summary><c>target.key</c></summary>
internal sealed class PropertyExpression(SourceSpan span, Expression target, TokenName key) : Expression(span)
{
    private readonly Symbol? _entity = target is SymbolExpression { Symbol.Slot.IsId: true } variable ? variable.Symbol : null;

    public Expression Target { get; } = target;

    public TokenName Key { get; } = key;

    /// <summary>The variable, where the target is a node or relationship in the row.</summary>
    public Symbol? Entity => _entity;

    public override StaticType Type { get; } =
        target.Type.IsOnly(TypeSet.Node | TypeSet.Relationship) ? StaticType.Storable : StaticType.Any;

    public override IReadOnlyList<Expression> Children => [Target];

    public override Value Evaluate(QueryContext context)
    {
        if (_entity is null)
        {
            return context.Property(Target.Evaluate(context), Key);
        }

        var id = context.Ids[_entity.Slot.Index];
        return id < 0 ? Value.Null
            : _entity.IsNode ? context.NodeProperty(id, Key.Id) : context.RelationshipProperty(id, Key.Id);
    }

    public override Expression MapChildren(Func<Expression, Expression> map) => new PropertyExpression(Span, map(Target), Key);

    public override void Write(ExpressionText text) => text.Operand(Target).Append(".").Append(Names.Quote(Key.Name));
}

/// <summary><c>container[index]</c>, of lists, maps, nodes and relationships.</summary>
internal sealed class IndexExpression(SourceSpan span, Expression target, Expression index) : Expression(span)
{
    public override StaticType Type { get; } = target.Type.IsOnly(TypeSet.List) ? target.Type.Item : StaticType.Any;

    public override IReadOnlyList<Expression> Children => [target, index];

    public override Value Evaluate(QueryContext context)
    {
        var container = target.Evaluate(context);
        var at = index.Evaluate(context);
        if (container.Kind is not (ValueKind.Node or ValueKind.Relationship))
        {
            return Collections.Subscript(container, at);
        }

        if (at.IsNull)
        {
            return Value.Null;
        }

        if (at.Kind != ValueKind.String)
        {
            throw ValueErrors.Mismatch("String", at);
        }

        var key = context.Storage.Tokens.Keys.Find(at.AsString);
        return container.Kind == ValueKind.Node
            ? context.NodeProperty(container.EntityId, key)
            : context.RelationshipProperty(container.EntityId, key);
    }

    public override Expression MapChildren(Func<Expression, Expression> map) => new IndexExpression(Span, map(target), map(index));

    public override void Write(ExpressionText text) => text.Operand(target).Append("[").Append(index).Append("]");
}

internal sealed class SliceExpression(SourceSpan span, Expression target, Expression? from, Expression? to) : Expression(span)
{
    public override StaticType Type { get; } = target.Type.IsOnly(TypeSet.List) ? target.Type : new StaticType(TypeSet.List);

    public override IReadOnlyList<Expression> Children => [target, .. from is null ? [] : new[] { from }, .. to is null ? [] : new[] { to }];

    public override Value Evaluate(QueryContext context) => Collections.Slice(
        target.Evaluate(context), from is not null, from?.Evaluate(context) ?? default, to is not null, to?.Evaluate(context) ?? default);

    public override Expression MapChildren(Func<Expression, Expression> map) =>
        new SliceExpression(Span, map(target), from is null ? null : map(from), to is null ? null : map(to));

    public override void Write(ExpressionText text)
    {
        text.Operand(target).Append("[");
        _ = from is null ? text : text.Append(from);
        text.Append("..");
        _ = to is null ? text : text.Append(to);
        text.Append("]");
    }
}

/// <summary>How names are written in Cypher.</summary>
internal static class Names
{
    /// <summary>The name, in backticks where it is not plain.</summary>
    public static string Quote(string name) =>
        name.Length > 0 && !char.IsDigit(name[0]) && name.All(static c => char.IsLetterOrDigit(c) || c == '_')
            ? name
            : $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";
}
