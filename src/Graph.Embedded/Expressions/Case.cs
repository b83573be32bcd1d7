using Graph.Embedded.Binding;
using Graph.Embedded.Execution;
using Graph.Embedded.Parsing;
using Graph.Embedded.Values;

namespace Graph.Embedded.Expressions;

/// <summary>A branch of CASE: the result of the first whose conditions hold.</summary>
/// <param name="Conditions">Predicates; in the simple form, predicates over the operand's variable.</param>
internal sealed record CaseBranch(IReadOnlyList<Expression> Conditions, Expression Result);

/// <param name="operand">Of the simple form: its value is put in <paramref name="operandSymbol"/>, which the conditions read.</param>
internal sealed class CaseExpression(
    SourceSpan span, Expression? operand, Symbol? operandSymbol, IReadOnlyList<CaseBranch> branches, Expression? otherwise)
    : Expression(span)
{
    public override StaticType Type { get; } = branches.Select(static branch => branch.Result.Type)
        .Aggregate(otherwise?.Type ?? new StaticType(TypeSet.None, TypeSet.None), static (types, next) => types.Or(next));

    public override IReadOnlyList<Expression> Children { get; } =
    [
        .. operand is null ? [] : new[] { operand },
        .. branches.SelectMany(static branch => branch.Conditions.Append(branch.Result)),
        .. otherwise is null ? [] : new[] { otherwise },
    ];

    public override Value Evaluate(QueryContext context)
    {
        if (operand is not null)
        {
            context.Set(operandSymbol!, operand.Evaluate(context));
        }

        foreach (var branch in branches)
        {
            foreach (var condition in branch.Conditions)
            {
                if (condition.Test(context) == true)
                {
                    return branch.Result.Evaluate(context);
                }
            }
        }

        return otherwise?.Evaluate(context) ?? Value.Null;
    }

    public override Expression MapChildren(Func<Expression, Expression> map) => new CaseExpression(
        Span, operand is null ? null : map(operand), operandSymbol,
        [.. branches.Select(branch => new CaseBranch([.. branch.Conditions.Select(map)], map(branch.Result)))],
        otherwise is null ? null : map(otherwise));

    public override void CollectReads(HashSet<Symbol> into)
    {
        base.CollectReads(into);
        if (operandSymbol is not null)
        {
            into.Remove(operandSymbol);
        }
    }

    public override void Write(ExpressionText text)
    {
        text.Append("CASE");
        _ = operand is null ? text : text.Append(" ").Append(operand);
        text.With(operandSymbol is null ? [] : [operandSymbol], inner =>
        {
            foreach (var branch in branches)
            {
                inner.Append(" WHEN ").AppendAll(branch.Conditions).Append(" THEN ").Append(branch.Result);
            }
        });
        _ = otherwise is null ? text : text.Append(" ELSE ").Append(otherwise);
        text.Append(" END");
    }
}
