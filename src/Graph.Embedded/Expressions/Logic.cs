using Graph.Embedded.Binding;
using Graph.Embedded.Execution;
using Graph.Embedded.Parsing;
using Graph.Embedded.Values;

namespace Graph.Embedded.Expressions;

/// <summary>AND or OR over two or more operands; stops at the first that decides.</summary>
internal sealed class JunctionExpression(SourceSpan span, bool isAnd, IReadOnlyList<Expression> operands) : Expression(span), IOperation
{
    private readonly Expression[] _operands = [.. operands];

    public bool IsAnd { get; } = isAnd;

    public override StaticType Type => StaticType.Boolean;

    public override IReadOnlyList<Expression> Children => _operands;

    public override Value Evaluate(QueryContext context) => Value.Of(Test(context));

    public override bool? Test(QueryContext context)
    {
        bool? result = IsAnd;
        foreach (var operand in _operands)
        {
            var truth = operand.Test(context);
            if (truth == !IsAnd)
            {
                return truth;
            }

            result = truth is null ? null : result;
        }

        return result;
    }

    public override Expression MapChildren(Func<Expression, Expression> map) =>
        new JunctionExpression(Span, IsAnd, Array.ConvertAll(_operands, operand => map(operand)));

    public override void Write(ExpressionText text)
    {
        for (var i = 0; i < _operands.Length; i++)
        {
            text.Append(i == 0 ? "" : IsAnd ? " AND " : " OR ").Operand(_operands[i]);
        }
    }
}

internal sealed class XorExpression(SourceSpan span, Expression left, Expression right) : Expression(span), IOperation
{
    public override StaticType Type => StaticType.Boolean;

    public override IReadOnlyList<Expression> Children => [left, right];

    public override Value Evaluate(QueryContext context) => Value.Of(Test(context));

    public override bool? Test(QueryContext context) => left.Test(context) ^ right.Test(context);

    public override Expression MapChildren(Func<Expression, Expression> map) => new XorExpression(Span, map(left), map(right));

    public override void Write(ExpressionText text) => text.Operand(left).Append(" XOR ").Operand(right);
}

internal sealed class NotExpression(SourceSpan span, Expression operand) : Expression(span), IOperation
{
    public Expression Operand { get; } = operand;

    public override StaticType Type => StaticType.Boolean;

    public override IReadOnlyList<Expression> Children => [Operand];

    public override Value Evaluate(QueryContext context) => Value.Of(Test(context));

    public override bool? Test(QueryContext context) => !Operand.Test(context);

    public override Expression MapChildren(Func<Expression, Expression> map) => new NotExpression(Span, map(Operand));

    public override void Write(ExpressionText text) => text.Append("NOT ").Operand(Operand);
}
