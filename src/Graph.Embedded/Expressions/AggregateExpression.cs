using Graph.Embedded.Binding;
using Graph.Embedded.Execution;
using Graph.Embedded.Parsing;
using Graph.Embedded.Values;

namespace Graph.Embedded.Expressions;

internal enum AggregateFunction : byte
{
    CountStar,
    Count,
    Sum,
    Avg,
    Min,
    Max,
    Collect,
    StDev,
    StDevP,
    PercentileCont,
    PercentileDisc,
}

/// <summary>A call of an aggregating function; grouping computes it, so it never evaluates itself.</summary>
/// <param name="argument">Null for <c>count(*)</c>.</param>
/// <param name="second">The percentile, of the functions that have one.</param>
internal sealed class AggregateExpression(
    SourceSpan span, AggregateFunction function, Expression? argument, Expression? second, bool isDistinct) : Expression(span)
{
    public AggregateFunction Function { get; } = function;

    public Expression? Argument { get; } = argument;

    public Expression? Second { get; } = second;

    public bool IsDistinct { get; } = isDistinct;

    public override StaticType Type { get; } = function switch
    {
        AggregateFunction.CountStar or AggregateFunction.Count => StaticType.Integer,
        AggregateFunction.Collect => StaticType.ListOf(argument!.Type.Kinds),
        AggregateFunction.StDev or AggregateFunction.StDevP => StaticType.Float,
        AggregateFunction.Min or AggregateFunction.Max => argument!.Type.Kinds is TypeSet.Node or TypeSet.Relationship ? StaticType.Any : argument.Type,
        AggregateFunction.PercentileCont or AggregateFunction.PercentileDisc => StaticType.Number,
        _ => new StaticType(TypeSet.Number | TypeSet.Duration),
    };

    public override IReadOnlyList<Expression> Children { get; } =
        [.. argument is null ? [] : new[] { argument }, .. second is null ? [] : new[] { second }];

    public override Value Evaluate(QueryContext context) =>
        throw new InvalidOperationException("An aggregate is computed by grouping, not by itself.");

    public override Expression MapChildren(Func<Expression, Expression> map) => new AggregateExpression(
        Span, Function, Argument is null ? null : map(Argument), Second is null ? null : map(Second), IsDistinct);

    public override void Write(ExpressionText text)
    {
        if (Function == AggregateFunction.CountStar)
        {
            text.Append("count(*)");
            return;
        }

        var name = Function.ToString();
        text.Append(char.ToLowerInvariant(name[0]) + name[1..]).Append(IsDistinct ? "(DISTINCT " : "(").AppendAll(Children).Append(")");
    }
}
