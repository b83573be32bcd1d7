using Graph.Embedded.Binding;
using Graph.Embedded.Execution;
using Graph.Embedded.Functions;
using Graph.Embedded.Parsing;
using Graph.Embedded.Parsing.Syntax;
using Graph.Embedded.Values;

namespace Graph.Embedded.Expressions;

/// <summary><c>trim(BOTH 'x' FROM text)</c>; white space where no character is given.</summary>
internal sealed class TrimExpression(SourceSpan span, TrimSide side, Expression? character, Expression source) : Expression(span)
{
    public override StaticType Type => StaticType.String;

    public override IReadOnlyList<Expression> Children { get; } = character is null ? [source] : [character, source];

    public override Value Evaluate(QueryContext context)
    {
        var trimmed = character?.Evaluate(context) ?? Value.Of(" ");
        var text = source.Evaluate(context);
        if (trimmed.IsNull || text.IsNull)
        {
            return Value.Null;
        }

        var characters = character is null ? null : Arguments.Text(trimmed);
        if (characters is not null && TextFunctions.CountCodePoints(characters) != 1)
        {
            throw ValueErrors.Argument("The argument `trimCharacterString` in the `trim()` function must be of length 1.");
        }

        return Value.Of(TextFunctions.Trimmed(Arguments.Text(text), side != TrimSide.Trailing, side != TrimSide.Leading, characters));
    }

    public override Expression MapChildren(Func<Expression, Expression> map) =>
        new TrimExpression(Span, side, character is null ? null : map(character), map(source));

    public override void Write(ExpressionText text)
    {
        text.Append($"trim({side.ToString().ToUpperInvariant()} ");
        _ = character is null ? text : text.Append(character).Append(" ");
        text.Append("FROM ").Append(source).Append(")");
    }
}
