using Graph.Embedded.Binding;
using Graph.Embedded.Execution;
using Graph.Embedded.Parsing;
using Graph.Embedded.Values;

namespace Graph.Embedded.Expressions;

/// <summary>The first argument that is not null; those after it are not computed, so they cannot fail.</summary>
internal sealed class CoalesceExpression(SourceSpan span, IReadOnlyList<Expression> arguments, StaticType type) : Expression(span)
{
    public override StaticType Type { get; } = type;

    public override IReadOnlyList<Expression> Children => arguments;

    public override Value Evaluate(QueryContext context)
    {
        foreach (var argument in arguments)
        {
            var value = argument.Evaluate(context);
            if (!value.IsNull)
            {
                return value;
            }
        }

        return Value.Null;
    }

    public override Expression MapChildren(Func<Expression, Expression> map) => new CoalesceExpression(Span, [.. arguments.Select(map)], Type);

    public override void Write(ExpressionText text) => text.Append("coalesce(").AppendAll(arguments).Append(")");
}
