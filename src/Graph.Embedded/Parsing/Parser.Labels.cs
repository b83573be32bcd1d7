using System.Collections.Immutable;
using Graph.Embedded.Parsing.Syntax;

namespace Graph.Embedded.Parsing;

internal sealed partial class Parser
{
    /// <summary>Where the last label expression began that used <c>|:</c>; -1 where none did.</summary>
    private int _pipeColon = -1;

    private LabelExpressionSyntax ParseLabelExpression()
    {
        GuardDepth();
        var start = Current.Start;
        var operands = ImmutableArray.Create(ParseLabelConjunction());
        while (_labelPipes > 0 && Take(TokenKind.Pipe))
        {
            _labelPipes -= _labelPipes == int.MaxValue ? 0 : 1;
            _pipeColon = Take(TokenKind.Colon) ? start : _pipeColon;
            operands = operands.Add(ParseLabelConjunction());
        }

        if (operands.Length > 1 && operands.FirstOrDefault(static operand => operand is LabelAndSyntax { IsColon: true }) is { } chain)
        {
            throw MixedLabels(chain.Span.Start);
        }

        _depth--;
        return operands.Length == 1 ? operands[0] : new LabelOrSyntax(SpanFrom(start), operands);
    }

    private LabelExpressionSyntax ParseLabelConjunction()
    {
        var start = Current.Start;
        var operands = ImmutableArray.Create(ParseLabelTerm());
        var (isColon, hasAmpersand) = (false, false);
        while (Kind is TokenKind.Ampersand or TokenKind.Colon)
        {
            var separator = Next().Kind;
            isColon |= separator == TokenKind.Colon;
            hasAmpersand |= separator == TokenKind.Ampersand;
            operands = operands.Add(ParseLabelTerm());
        }

        if (isColon && (hasAmpersand || operands.Any(static operand => operand is not (LabelNameSyntax or DynamicLabelSyntax))))
        {
            throw MixedLabels(start);
        }

        return operands.Length == 1 ? operands[0] : new LabelAndSyntax(SpanFrom(start), operands, isColon);
    }

    private CypherException MixedLabels(int offset) => _source.Error(
        offset,
        "Mixing label expression symbols ('|', '&', '!', and '%') with colon (':') between labels is not allowed. Please only use one set of symbols.");

    private LabelExpressionSyntax ParseLabelTerm()
    {
        var start = Current.Start;
        if (Take(TokenKind.Exclamation))
        {
            GuardDepth();
            var operand = ParseLabelTerm();
            _depth--;
            return new LabelNotSyntax(SpanFrom(start), operand);
        }

        if (Take(TokenKind.LeftParen))
        {
            var inner = ParseLabelExpression();
            Expect(TokenKind.RightParen, "')'");
            return inner;
        }

        if (Take(TokenKind.Percent))
        {
            return new LabelWildcardSyntax(SpanFrom(start));
        }

        return Kind == TokenKind.Dollar || IsQuantifiedLabel() ? ParseDynamicLabel() : ParseLabelName();
    }

    /// <summary>Whether <c>$any(</c> or <c>$all(</c> stands here, which reads as a parameter elsewhere.</summary>
    private bool IsQuantifiedLabel() =>
        Kind == TokenKind.Parameter && Ahead(1).Kind == TokenKind.LeftParen && Current.Text.ToUpperInvariant() is "ANY" or "ALL";

    private LabelNameSyntax ParseLabelName()
    {
        var name = ExpectName("a label or type name");
        return new LabelNameSyntax(name.Span, name.Text);
    }

    private DynamicLabelSyntax ParseDynamicLabel()
    {
        var word = Next();
        var (start, isAny) = (word.Start, word.Text.Equals("any", StringComparison.OrdinalIgnoreCase) || Take("ANY"));
        if (!isAny)
        {
            Take("ALL");
        }

        Expect(TokenKind.LeftParen, "'('");
        var expression = ParseExpression();
        Expect(TokenKind.RightParen, "')'");
        return new DynamicLabelSyntax(SpanFrom(start), expression, isAny);
    }
}
