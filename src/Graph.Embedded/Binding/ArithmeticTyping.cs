using Graph.Embedded.Expressions;
using Graph.Embedded.Parsing;
using Graph.Embedded.Parsing.Syntax;

namespace Graph.Embedded.Binding;

/// <summary>Which operands an arithmetic operator takes, and what it gives, as far as can be told before running.</summary>
internal static class ArithmeticTyping
{
    private const TypeSet Addable = TypeSet.Number | TypeSet.String | TypeSet.List;

    /// <exception cref="CypherException">The operands can never be combined.</exception>
    public static StaticType ResultOf(SourceText source, BinaryOperator @operator, Expression left, Expression right)
    {
        switch (@operator)
        {
            case BinaryOperator.Add:
                CheckSum(source, left, right);
                break;
            case BinaryOperator.Concatenate:
                Require(source, left, TypeSet.String | TypeSet.List);
                Require(source, right, left.Type.IsOnly(TypeSet.String) ? TypeSet.String : left.Type.IsOnly(TypeSet.List) ? TypeSet.List : TypeSet.String | TypeSet.List);
                break;
            case BinaryOperator.Subtract:
                Require(source, left, TypeSet.Number | TypeSet.Duration | TypeSet.Temporal);
                Require(
                    source, right, left.Type.IsOnly(TypeSet.Number) ? TypeSet.Number
                    : left.Type.IsOnly(TypeSet.Temporal | TypeSet.Duration) ? TypeSet.Duration : TypeSet.Number | TypeSet.Duration);
                break;
            case BinaryOperator.Multiply:
                Require(source, left, TypeSet.Number | TypeSet.Duration);
                Require(source, right, left.Type.IsOnly(TypeSet.Duration) ? TypeSet.Number : TypeSet.Number | TypeSet.Duration);
                break;
            case BinaryOperator.Divide:
                Require(source, left, TypeSet.Number | TypeSet.Duration);
                Require(source, right, TypeSet.Number);
                break;
            default:
                Require(source, left, TypeSet.Number);
                Require(source, right, TypeSet.Number);
                break;
        }

        return ResultOf(@operator, left.Type, right.Type);
    }

    private static void CheckSum(SourceText source, Expression left, Expression right)
    {
        if (left.Type.MayBe(TypeSet.List) || right.Type.MayBe(TypeSet.List) || left.Type.Kinds == TypeSet.None || right.Type.Kinds == TypeSet.None)
        {
            return;
        }

        Require(source, left, Addable | TypeSet.Duration | TypeSet.Temporal);
        var expected = TypeSet.List;
        expected |= left.Type.MayBe(TypeSet.Number | TypeSet.String) ? Addable : 0;
        expected |= left.Type.MayBe(TypeSet.Duration) ? TypeSet.Temporal | TypeSet.Duration : 0;
        expected |= left.Type.MayBe(TypeSet.Temporal) ? TypeSet.Duration : 0;
        Require(source, right, expected);
    }

    private static void Require(SourceText source, Expression expression, TypeSet types)
    {
        if (!expression.Type.MayBe(types) && expression.Type.Kinds != TypeSet.None)
        {
            throw source.Mismatch(expression.Span, types, expression.Type);
        }
    }

    private static StaticType ResultOf(BinaryOperator @operator, StaticType left, StaticType right)
    {
        if (@operator is BinaryOperator.Add or BinaryOperator.Concatenate && (left.IsOnly(TypeSet.List) || right.IsOnly(TypeSet.List)))
        {
            return StaticType.ListOf((left.IsOnly(TypeSet.List) ? left.Items : left.Kinds) | (right.IsOnly(TypeSet.List) ? right.Items : right.Kinds));
        }

        if (left.IsOnly(TypeSet.Number) && right.IsOnly(TypeSet.Number))
        {
            return @operator == BinaryOperator.Power || left.IsOnly(TypeSet.Float) || right.IsOnly(TypeSet.Float)
                ? StaticType.Float
                : left.IsOnly(TypeSet.Integer) && right.IsOnly(TypeSet.Integer) ? StaticType.Integer : StaticType.Number;
        }

        return @operator switch
        {
            BinaryOperator.Add when left.IsOnly(TypeSet.String) && right.IsOnly(TypeSet.String) => StaticType.String,
            BinaryOperator.Modulo => StaticType.Number,
            BinaryOperator.Power => StaticType.Float,
            _ => StaticType.Any,
        };
    }
}
