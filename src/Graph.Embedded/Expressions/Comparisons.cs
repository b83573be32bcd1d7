using System.Text.RegularExpressions;
using Graph.Embedded.Binding;
using Graph.Embedded.Execution;
using Graph.Embedded.Parsing;
using Graph.Embedded.Parsing.Syntax;
using Graph.Embedded.Values;
using Graph.Embedded.Values.Operators;

namespace Graph.Embedded.Expressions;

/// <summary><c>= &lt;> &lt; &lt;= > >=</c></summary>
internal sealed class ComparisonExpression(SourceSpan span, BinaryOperator @operator, Expression left, Expression right)
    : Expression(span), IOperation
{
    public BinaryOperator Operator { get; } = @operator;

    public Expression Left { get; } = left;

    public Expression Right { get; } = right;

    public override StaticType Type => StaticType.Boolean;

    public override IReadOnlyList<Expression> Children => [Left, Right];

    public override Value Evaluate(QueryContext context) => Value.Of(Test(context));

    public override bool? Test(QueryContext context) => Compare(Operator, Left.Evaluate(context), Right.Evaluate(context));

    public static bool? Compare(BinaryOperator @operator, Value left, Value right) => @operator switch
    {
        BinaryOperator.Equal => ValueEquality.AreEqual(left, right),
        BinaryOperator.NotEqual => !ValueEquality.AreEqual(left, right),
        BinaryOperator.Less => ValueOrder.IsLess(left, right),
        BinaryOperator.LessOrEqual => ValueOrder.IsLessOrEqual(left, right),
        BinaryOperator.Greater => ValueOrder.IsGreater(left, right),
        _ => ValueOrder.IsGreaterOrEqual(left, right),
    };

    public override Expression MapChildren(Func<Expression, Expression> map) =>
        new ComparisonExpression(Span, Operator, map(Left), map(Right));

    public override void Write(ExpressionText text) =>
        text.Operand(Left).Append($" {ArithmeticExpression.SymbolOf(Operator)} ").Operand(Right);
}

/// <summary><c>item IN list</c></summary>
internal sealed class InExpression(SourceSpan span, Expression item, Expression list) : Expression(span), IOperation
{
    public Expression Item { get; } = item;

    public Expression List { get; } = list;

    public override StaticType Type => StaticType.Boolean;

    public override IReadOnlyList<Expression> Children => [Item, List];

    public override Value Evaluate(QueryContext context)
    {
        var candidates = List.Evaluate(context);
        var item = Item.Evaluate(context);
        return candidates.Kind == ValueKind.List && candidates.Items.Length >= MembershipTable.Threshold
            ? context.Memberships.Contains(item, candidates)
            : Collections.In(item, candidates);
    }

    public override Expression MapChildren(Func<Expression, Expression> map) => new InExpression(Span, map(Item), map(List));

    public override void Write(ExpressionText text) => text.Operand(Item).Append(" IN ").Operand(List);
}

/// <summary><c>STARTS WITH</c>, <c>ENDS WITH</c>, <c>CONTAINS</c></summary>
internal sealed class TextMatchExpression(SourceSpan span, BinaryOperator @operator, Expression left, Expression right)
    : Expression(span), IOperation
{
    public BinaryOperator Operator { get; } = @operator;

    public Expression Left { get; } = left;

    public Expression Right { get; } = right;

    public override StaticType Type => StaticType.Boolean;

    public override IReadOnlyList<Expression> Children => [Left, Right];

    public override Value Evaluate(QueryContext context)
    {
        var text = Left.Evaluate(context);
        var part = Right.Evaluate(context);
        return Operator switch
        {
            BinaryOperator.StartsWith => TextMatching.StartsWith(text, part),
            BinaryOperator.EndsWith => TextMatching.EndsWith(text, part),
            _ => TextMatching.Contains(text, part),
        };
    }

    public override Expression MapChildren(Func<Expression, Expression> map) =>
        new TextMatchExpression(Span, Operator, map(Left), map(Right));

    public override void Write(ExpressionText text) =>
        text.Operand(Left).Append($" {ArithmeticExpression.SymbolOf(Operator)} ").Operand(Right);
}

/// <summary><c>text =~ pattern</c>; a constant pattern is compiled once.</summary>
internal sealed class RegexExpression(SourceSpan span, Expression left, Expression right) : Expression(span), IOperation
{
    private readonly Lazy<Regex>? _compiled = right is ConstantExpression { Value.Kind: ValueKind.String } constant
        ? new Lazy<Regex>(() => TextMatching.Compile(constant.Value.AsString))
        : null;

    public override StaticType Type => StaticType.Boolean;

    public override IReadOnlyList<Expression> Children => [left, right];

    public override Value Evaluate(QueryContext context)
    {
        var text = left.Evaluate(context);
        return _compiled is null
            ? TextMatching.Matches(text, right.Evaluate(context))
            : text.Kind == ValueKind.String ? TextMatching.Matches(text.AsString, _compiled.Value) : Value.Null;
    }

    public override Expression MapChildren(Func<Expression, Expression> map) => new RegexExpression(Span, map(left), map(right));

    public override void Write(ExpressionText text) => text.Operand(left).Append(" =~ ").Operand(right);
}

/// <summary><c>IS NULL</c>, <c>IS NOT NULL</c></summary>
internal sealed class NullTestExpression(SourceSpan span, bool isNegated, Expression operand) : Expression(span), IOperation
{
    public bool IsNegated { get; } = isNegated;

    public Expression Operand { get; } = operand;

    public override StaticType Type => StaticType.Boolean;

    public override IReadOnlyList<Expression> Children => [Operand];

    public override Value Evaluate(QueryContext context) => Value.Of(Operand.Evaluate(context).IsNull != IsNegated);

    public override Expression MapChildren(Func<Expression, Expression> map) => new NullTestExpression(Span, IsNegated, map(Operand));

    public override void Write(ExpressionText text) => text.Operand(Operand).Append(IsNegated ? " IS NOT NULL" : " IS NULL");
}
