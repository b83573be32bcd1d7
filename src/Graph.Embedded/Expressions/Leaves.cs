using Graph.Embedded.Binding;
using Graph.Embedded.Execution;
using Graph.Embedded.Parsing;
using Graph.Embedded.Values;

namespace Graph.Embedded.Expressions;

internal sealed class ConstantExpression(SourceSpan span, Value value) : Expression(span)
{
    public Value Value { get; } = value;

    public override StaticType Type { get; } = StaticType.Of(value);

    public override Value Evaluate(QueryContext context) => Value;

    public override void Write(ExpressionText text) => text.Append(ValueText.Write(Value));
}

internal sealed class ParameterExpression(SourceSpan span, string name, int index) : Expression(span)
{
    public string Name { get; } = name;

    public override StaticType Type => StaticType.Any;

    public override Value Evaluate(QueryContext context) => context.Parameters[index];

    public override void Write(ExpressionText text) => text.Append("$").Append(Name);
}

/// <summary>A variable; entities are read as ids, everything else as values.</summary>
internal sealed class SymbolExpression(SourceSpan span, Symbol symbol) : Expression(span)
{
    private readonly Slot _slot = symbol.Slot;
    private readonly bool _isNode = symbol.IsNode;

    public Symbol Symbol { get; } = symbol;

    public override StaticType Type => Symbol.Type;

    public override Value Evaluate(QueryContext context)
    {
        if (!_slot.IsId)
        {
            return context.Values[_slot.Index];
        }

        var id = context.Ids[_slot.Index];
        return id < 0 ? Value.Null : _isNode ? Value.Node(id) : Value.Relationship(id);
    }

    public override void Write(ExpressionText text) => text.Append(Symbol);

    public override void CollectReads(HashSet<Symbol> into) => into.Add(Symbol);
}
