using Graph.Embedded.Binding;
using Graph.Embedded.Execution;
using Graph.Embedded.Functions;
using Graph.Embedded.Parsing;
using Graph.Embedded.Values;

namespace Graph.Embedded.Expressions;

/// <summary>A call of a function of values.</summary>
internal sealed class ScalarCallExpression(
    SourceSpan span, ScalarFunction function, IReadOnlyList<Expression> arguments, StaticType type) : Expression(span)
{
    private readonly Expression[] _arguments = [.. arguments];

    public string Name => function.Name;

    public override StaticType Type { get; } = type;

    public override IReadOnlyList<Expression> Children => _arguments;

    public override bool IsDeterministic => function.IsPure || function.Category == "Temporal" || function.Name == "timestamp";

    public override Value Evaluate(QueryContext context)
    {
        switch (_arguments.Length)
        {
            case 0:
                return function.Invoke([], context.Clock);
            case 1:
                var only = _arguments[0].Evaluate(context);
                return function.Invoke(new ReadOnlySpan<Value>(in only), context.Clock);
            default:
                var values = new Value[_arguments.Length];
                for (var i = 0; i < values.Length; i++)
                {
                    values[i] = _arguments[i].Evaluate(context);
                }

                return function.Invoke(values, context.Clock);
        }
    }

    public override Expression MapChildren(Func<Expression, Expression> map) =>
        new ScalarCallExpression(Span, function, Array.ConvertAll(_arguments, argument => map(argument)), Type);

    public override void Write(ExpressionText text) => text.Append(function.Name).Append("(").AppendAll(_arguments).Append(")");
}

/// <summary>A call of a function that reads the graph.</summary>
internal sealed class GraphCallExpression(SourceSpan span, GraphFunction function, IReadOnlyList<Expression> arguments) : Expression(span)
{
    public GraphFunction Function => function;

    public override StaticType Type => function.Result;

    public override IReadOnlyList<Expression> Children => arguments;

    public override Value Evaluate(QueryContext context)
    {
        var argument = arguments.Count == 0 ? Value.Null : arguments[0].Evaluate(context);
        return argument.IsNull && arguments.Count > 0 ? Value.Null : function.Body(context, argument);
    }

    public override Expression MapChildren(Func<Expression, Expression> map) =>
        new GraphCallExpression(Span, function, [.. arguments.Select(map)]);

    public override void Write(ExpressionText text) => text.Append(function.Name).Append("(").AppendAll(arguments).Append(")");
}
