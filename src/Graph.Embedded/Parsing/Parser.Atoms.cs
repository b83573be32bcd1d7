using System.Collections.Immutable;
using Graph.Embedded.Parsing.Syntax;
using Graph.Embedded.Values;

namespace Graph.Embedded.Parsing;

internal sealed partial class Parser
{
    private ExpressionSyntax ParseAtom()
    {
        var token = Current;
        switch (token.Kind)
        {
            case TokenKind.Integer:
                _at++;
                return new LiteralSyntax(SpanOf(token), IntegerOf(token, isNegative: false));
            case TokenKind.Float:
                _at++;
                return new LiteralSyntax(SpanOf(token), FloatOf(token));
            case TokenKind.String:
                _at++;
                return new LiteralSyntax(SpanOf(token), Value.Of(token.Text));
            case TokenKind.Parameter:
                _at++;
                return new ParameterSyntax(SpanOf(token), token.Text);
            case TokenKind.LeftBracket:
                return ParseListOrComprehension();
            case TokenKind.LeftBrace:
                return ParseMap();
            case TokenKind.LeftParen:
                return IsPatternAhead() ? ParsePatternExpression() : ParseParenthesised();
            case TokenKind.Identifier:
                return TryParseKeywordAtom(token) ?? ParseNameAtom();
            case TokenKind.EscapedIdentifier:
                return ParseNameAtom();
            default:
                Fail("an expression");
                return null;
        }
    }

    private ExpressionSyntax ParseParenthesised()
    {
        _at++;
        var pipes = _labelPipes;
        _labelPipes = int.MaxValue;
        var inner = ParseExpression();
        _labelPipes = pipes;
        Expect(TokenKind.RightParen, "')'");
        return inner;
    }

    private ExpressionSyntax? TryParseKeywordAtom(Token token)
    {
        var next = Ahead(1).Kind;
        switch (token.Text.ToUpperInvariant())
        {
            case "TRUE":
                _at++;
                return new LiteralSyntax(SpanOf(token), Value.Of(true));
            case "FALSE":
                _at++;
                return new LiteralSyntax(SpanOf(token), Value.Of(false));
            case "NULL":
                _at++;
                return new LiteralSyntax(SpanOf(token), Value.Null);
            case "INF" or "INFINITY" when next is not (TokenKind.LeftParen or TokenKind.Dot):
                _at++;
                return new LiteralSyntax(SpanOf(token), Value.Of(double.PositiveInfinity));
            case "NAN" when next is not (TokenKind.LeftParen or TokenKind.Dot):
                _at++;
                return new LiteralSyntax(SpanOf(token), Value.Of(double.NaN));
            case "CASE" when next is not (TokenKind.Dot or TokenKind.Comma or TokenKind.RightParen or TokenKind.End):
                return ParseCase();
            case "COUNT" when next == TokenKind.LeftParen && Ahead(2).Kind == TokenKind.Star:
                _at += 3;
                Expect(TokenKind.RightParen, "')'");
                return new CountStarSyntax(SpanFrom(token.Start));
            case "EXISTS" when next == TokenKind.LeftBrace:
                return ParseSubquery(SubqueryKind.Exists);
            case "COUNT" when next == TokenKind.LeftBrace:
                return ParseSubquery(SubqueryKind.Count);
            case "COLLECT" when next == TokenKind.LeftBrace:
                return ParseSubquery(SubqueryKind.Collect);
            case "TRIM" when next == TokenKind.LeftParen && TryParseTrim() is { } trim:
                return trim;
            case "SHORTESTPATH" or "ALLSHORTESTPATHS" when next == TokenKind.LeftParen:
                return new ShortestPathSyntax(SpanFrom(token.Start), ParseShortestPathCall(token.Start, null));
            case "ALL" or "ANY" or "NONE" or "SINGLE" when next == TokenKind.LeftParen && Ahead(2).IsName && IsAhead(3, "IN"):
                return ParseQuantifierCall();
            case "REDUCE" when next == TokenKind.LeftParen && Ahead(2).IsName && Ahead(3).Kind == TokenKind.Equal:
                return ParseReduce();
            default:
                return null;
        }
    }

    /// <summary>The form with FROM; null for a plain call.</summary>
    private TrimSyntax? TryParseTrim()
    {
        var (before, start) = (_at, Current.Start);
        _at += 2;
        var side = Take("LEADING") ? TrimSide.Leading : Take("TRAILING") ? TrimSide.Trailing : TrimSide.Both;
        var hasSide = _at > before + 2 || (Take("BOTH") && Kind != TokenKind.RightParen);
        var character = Is("FROM") ? null : ParseExpression();
        if (!Take("FROM"))
        {
            if (hasSide)
            {
                Fail("FROM");
            }

            _at = before;
            return null;
        }

        var text = ParseExpression();
        Expect(TokenKind.RightParen, "')'");
        return new TrimSyntax(SpanFrom(start), side, character, text);
    }

    private PatternExpressionSyntax ParsePatternExpression()
    {
        var start = Current.Start;
        var elements = ParsePatternElements();
        var span = SpanFrom(start);
        return new PatternExpressionSyntax(span, new PathPatternSyntax(span, null, PathSelector.None, 0, elements));
    }

    /// <summary>A variable, a function call (with its namespace), or a map projection.</summary>
    private ExpressionSyntax ParseNameAtom()
    {
        var start = Current.Start;
        var dots = 0;
        while (Ahead(2 * dots).IsName && Ahead((2 * dots) + 1).Kind == TokenKind.Dot && Ahead((2 * dots) + 2).IsName)
        {
            dots++;
        }

        if (Ahead((2 * dots) + 1).Kind == TokenKind.LeftParen)
        {
            return ParseFunctionCall(start, dots);
        }

        var name = ExpectName("an expression");
        var variable = new VariableSyntax(name.Span, name.Text);
        return Kind == TokenKind.LeftBrace && IsMapProjectionAhead() ? ParseMapProjection(variable) : variable;
    }

    private bool IsMapProjectionAhead() =>
        Ahead(1).Kind is TokenKind.Dot or TokenKind.RightBrace
        || (Ahead(1).IsName && Ahead(2).Kind is TokenKind.Colon or TokenKind.Comma or TokenKind.RightBrace);

    private FunctionCallSyntax ParseFunctionCall(int start, int dots)
    {
        var name = Next().Text;
        for (var i = 0; i < dots; i++)
        {
            _at++;
            name += "." + Next().Text;
        }

        _at++;
        var isDistinct = Is("DISTINCT") && Ahead(1).Kind is not (TokenKind.RightParen or TokenKind.Comma or TokenKind.Dot);
        if (isDistinct)
        {
            _at++;
        }

        ImmutableArray<ExpressionSyntax> arguments = Kind == TokenKind.RightParen ? [] : ListOf(ParseExpression);
        Expect(TokenKind.RightParen, "')' or ','");
        return new FunctionCallSyntax(SpanFrom(start), name, arguments, isDistinct);
    }

    private MapProjectionSyntax ParseMapProjection(ExpressionSyntax target)
    {
        var start = target.Span.Start;
        _at++;
        ImmutableArray<MapProjectionItemSyntax> items = Kind == TokenKind.RightBrace ? [] : ListOf(ParseMapProjectionItem);
        Expect(TokenKind.RightBrace, "'}' or ','");
        return new MapProjectionSyntax(SpanFrom(start), target, items);
    }

    private MapProjectionItemSyntax ParseMapProjectionItem()
    {
        var start = Current.Start;
        if (Take(TokenKind.Dot))
        {
            if (Take(TokenKind.Star))
            {
                return new MapProjectionItemSyntax(MapProjectionKind.All, "*", null, SpanFrom(start));
            }

            var property = ExpectName("a property key or '*'").Text;
            return new MapProjectionItemSyntax(MapProjectionKind.Property, property, null, SpanFrom(start));
        }

        var name = ExpectName("'.', a key or a variable");
        if (!Take(TokenKind.Colon))
        {
            return new MapProjectionItemSyntax(
                MapProjectionKind.Variable, name.Text, new VariableSyntax(name.Span, name.Text), name.Span);
        }

        var value = ParseExpression();
        return new MapProjectionItemSyntax(MapProjectionKind.Entry, name.Text, value, SpanFrom(start));
    }

    private MapSyntax ParseMap()
    {
        var start = Current.Start;
        Expect(TokenKind.LeftBrace, "'{'");
        ImmutableArray<(string Key, ExpressionSyntax Value)> entries = Kind == TokenKind.RightBrace ? [] : ListOf(ParseMapEntry);
        Expect(TokenKind.RightBrace, "'}' or ','");
        return new MapSyntax(SpanFrom(start), entries);
    }

    private (string Key, ExpressionSyntax Value) ParseMapEntry()
    {
        var key = ExpectName("a key").Text;
        Expect(TokenKind.Colon, "':'");
        return (key, ParseExpression());
    }

    private ExpressionSyntax ParseListOrComprehension()
    {
        var start = Current.Start;
        _at++;
        if (Current.IsName && IsAhead(1, "IN") && TryParseListComprehension(start) is { } comprehension)
        {
            return comprehension;
        }

        if (IsPatternAhead() || (Current.IsName && Ahead(1).Kind == TokenKind.Equal && Ahead(2).Kind == TokenKind.LeftParen))
        {
            var before = _at;
            var pattern = ParsePathPattern();
            if (Kind == TokenKind.Pipe || Is("WHERE"))
            {
                return ParsePatternComprehension(start, pattern);
            }

            _at = before;
        }

        ImmutableArray<ExpressionSyntax> items = Kind == TokenKind.RightBracket ? [] : ListOf(ParseExpression);
        Expect(TokenKind.RightBracket, "']' or ','");
        return new ListSyntax(SpanFrom(start), items);
    }

    private QuantifierSyntax ParseQuantifierCall()
    {
        var start = Current.Start;
        var kind = Enum.Parse<QuantifierKind>(Next().Text, ignoreCase: true);
        _at++;
        var variable = ExpectName("a variable");
        ExpectWord("IN");
        var list = ParseExpression();
        if (!Is("WHERE"))
        {
            Fail("WHERE");
        }

        _at++;
        var predicate = ParseExpression();
        Expect(TokenKind.RightParen, "')'");
        return new QuantifierSyntax(SpanFrom(start), kind, variable, list, predicate);
    }

    private ReduceSyntax ParseReduce()
    {
        var start = Current.Start;
        _at += 2;
        var accumulator = ExpectName("a variable");
        Expect(TokenKind.Equal, "'='");
        var initial = ParseExpression();
        Expect(TokenKind.Comma, "','");
        var variable = ExpectName("a variable");
        ExpectWord("IN");
        var list = ParseExpression();
        Expect(TokenKind.Pipe, "'|'");
        var step = ParseExpression();
        Expect(TokenKind.RightParen, "')'");
        return new ReduceSyntax(SpanFrom(start), accumulator, initial, variable, list, step);
    }

    /// <summary>A whole query, or a bare pattern with WHERE that stands for a MATCH.</summary>
    private SubquerySyntax ParseSubquery(SubqueryKind kind)
    {
        var start = Current.Start;
        _at += 2;
        QuerySyntax query;
        if (Kind == TokenKind.LeftParen || (Current.IsName && Ahead(1).Kind == TokenKind.Equal))
        {
            var inner = Current.Start;
            var match = ParseMatch(inner, isOptional: false);
            query = new QuerySyntax(match.Span, [new SingleQuerySyntax(match.Span, [match])], []);
        }
        else
        {
            query = ParseQuery();
        }

        Expect(TokenKind.RightBrace, "'}'");
        return new SubquerySyntax(SpanFrom(start), kind, query);
    }

    private CaseSyntax ParseCase()
    {
        var start = Current.Start;
        _at++;
        var operand = Is("WHEN") ? null : ParseExpression();
        var branches = ImmutableArray.CreateBuilder<CaseBranchSyntax>();
        while (Take("WHEN"))
        {
            var conditions = operand is null ? [ParseExpression()] : ListOf(ParseCaseCondition);
            ExpectWord("THEN");
            branches.Add(new CaseBranchSyntax(conditions, ParseExpression()));
        }

        if (branches.Count == 0)
        {
            Fail("WHEN");
        }

        var otherwise = Take("ELSE") ? ParseExpression() : null;
        ExpectWord("END");
        return new CaseSyntax(SpanFrom(start), operand, branches.ToImmutable(), otherwise);
    }

    private ExpressionSyntax ParseCaseCondition()
    {
        var start = Current.Start;
        var operand = new CaseOperandSyntax(SpanOf(Current));
        if (ComparisonOperator() is { } @operator)
        {
            _at++;
            return new PartialPredicateSyntax(SpanFrom(start), Binary(start, @operator, operand, ParsePredicate()));
        }

        // Neo4j takes neither IN, CONTAINS nor IS :: here.
        var isTest = Is("IS") && Ahead(IsAhead(1, "NOT") ? 2 : 1).Kind != TokenKind.DoubleColon;
        return (isTest || Is("STARTS") || Is("ENDS") || Kind is TokenKind.RegexMatch or TokenKind.DoubleColon)
            && Ahead(1).Kind is not (TokenKind.Dot or TokenKind.Plus) && !IsAhead(1, "THEN")
            && TryParsePredicateSuffix(start, operand) is { } predicate
                ? new PartialPredicateSyntax(SpanFrom(start), predicate)
                : ParseExpression();
    }
}
