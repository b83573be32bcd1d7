using Graph.Embedded.Binding;
using Graph.Embedded.Execution;
using Graph.Embedded.Parsing;
using Graph.Embedded.Parsing.Syntax;
using Graph.Embedded.Values;
using Graph.Embedded.Values.Operators;

namespace Graph.Embedded.Expressions;

/// <summary><c>+ - * / % ^ ||</c></summary>
internal sealed class ArithmeticExpression(
    SourceSpan span, BinaryOperator @operator, Expression left, Expression right, StaticType type) : Expression(span), IOperation
{
    public override StaticType Type { get; } = type;

    public override IReadOnlyList<Expression> Children => [left, right];

    public override Value Evaluate(QueryContext context)
    {
        var first = left.Evaluate(context);
        var second = right.Evaluate(context);
        return @operator switch
        {
            BinaryOperator.Add => Added(context, first, second),
            BinaryOperator.Concatenate => Added(context, first, second, Arithmetic.Concatenate),
            _ => Compute(@operator, first, second),
        };
    }

    public BinaryOperator Operator => @operator;

    /// <summary>The operator over two numbers.</summary>
    public static Value Compute(BinaryOperator @operator, Value left, Value right) => @operator switch
    {
        BinaryOperator.Add => Arithmetic.Add(left, right),
        BinaryOperator.Subtract => Arithmetic.Subtract(left, right),
        BinaryOperator.Multiply => Arithmetic.Multiply(left, right),
        BinaryOperator.Divide => Arithmetic.Divide(left, right),
        BinaryOperator.Modulo => Arithmetic.Modulo(left, right),
        BinaryOperator.Power => Arithmetic.Power(left, right),
        _ => Arithmetic.Concatenate(left, right),
    };

    public override Expression MapChildren(Func<Expression, Expression> map) =>
        new ArithmeticExpression(Span, @operator, map(left), map(right), Type);

    public override void Write(ExpressionText text) => text.Operand(left).Append($" {SymbolOf(@operator)} ").Operand(right);

    // Texts and lists can double at every step of a reduce, so what is built here counts towards the memory limit.
    private static Value Added(QueryContext context, Value first, Value second) =>
        first.Kind == ValueKind.Integer && second.Kind == ValueKind.Integer
            ? Arithmetic.Add(first, second)
            : Added(context, first, second, Arithmetic.Add);

    private static Value Added(QueryContext context, Value first, Value second, Func<Value, Value, Value> add)
    {
        var size = SizeOf(first) + SizeOf(second);
        if (size <= LargeValue)
        {
            return add(first, second);
        }

        context.Guard.Allocate(size);
        context.Guard.Release(size);
        return add(first, second);
    }

    private const long LargeValue = 1024 * 1024;

    private static long SizeOf(Value value) => value.Kind switch
    {
        ValueKind.String => 2L * value.AsString.Length,
        ValueKind.List => 24L * value.Items.Length,
        _ => 0,
    };

    public static string SymbolOf(BinaryOperator @operator) => @operator switch
    {
        BinaryOperator.Add => "+",
        BinaryOperator.Subtract => "-",
        BinaryOperator.Multiply => "*",
        BinaryOperator.Divide => "/",
        BinaryOperator.Modulo => "%",
        BinaryOperator.Power => "^",
        BinaryOperator.Concatenate => "||",
        BinaryOperator.Equal => "=",
        BinaryOperator.NotEqual => "<>",
        BinaryOperator.Less => "<",
        BinaryOperator.LessOrEqual => "<=",
        BinaryOperator.Greater => ">",
        BinaryOperator.GreaterOrEqual => ">=",
        BinaryOperator.In => "IN",
        BinaryOperator.StartsWith => "STARTS WITH",
        BinaryOperator.EndsWith => "ENDS WITH",
        BinaryOperator.Contains => "CONTAINS",
        BinaryOperator.RegexMatch => "=~",
        _ => @operator.ToString().ToUpperInvariant(),
    };
}

internal sealed class SignExpression(SourceSpan span, bool isNegative, Expression operand) : Expression(span), IOperation
{
    public override StaticType Type { get; } = operand.Type.IsOnly(TypeSet.Number) ? operand.Type : StaticType.Number;

    public override IReadOnlyList<Expression> Children => [operand];

    public override Value Evaluate(QueryContext context)
    {
        var value = operand.Evaluate(context);
        return isNegative ? Arithmetic.Negate(value) : Arithmetic.Plus(value);
    }

    public override Expression MapChildren(Func<Expression, Expression> map) => new SignExpression(Span, isNegative, map(operand));

    public override void Write(ExpressionText text) => text.Append(isNegative ? "-" : "+").Operand(operand);
}
