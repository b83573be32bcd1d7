using System.Collections.Immutable;
using Graph.Embedded.Parsing.Syntax;

namespace Graph.Embedded.Parsing;

/// <summary>Operators by rising precedence: OR, XOR, AND, NOT, comparison, predicates, sum, product, power, sign, postfix.</summary>
internal sealed partial class Parser
{
    private ExpressionSyntax ParseExpression()
    {
        GuardDepth();
        var expression = ParseOr();
        _depth--;
        return expression;
    }

    private ExpressionSyntax ParseOr() => ParseJunction("OR", BinaryOperator.Or, ParseXor);

    private ExpressionSyntax ParseXor()
    {
        var start = Current.Start;
        var left = ParseAnd();
        for (var length = 0; Take("XOR"); length++)
        {
            GuardChain(length);
            left = Binary(start, BinaryOperator.Xor, left, ParseAnd());
        }

        return left;
    }

    private ExpressionSyntax ParseAnd() => ParseJunction("AND", BinaryOperator.And, ParseNot);

    private ExpressionSyntax ParseJunction(string word, BinaryOperator @operator, Func<ExpressionSyntax> operand)
    {
        var start = Current.Start;
        var first = operand();
        if (!Is(word))
        {
            return first;
        }

        var operands = ImmutableArray.CreateBuilder<ExpressionSyntax>();
        operands.Add(first);
        while (Take(word))
        {
            operands.Add(operand());
        }

        return new JunctionSyntax(SpanFrom(start), @operator, operands.ToImmutable());
    }

    private ExpressionSyntax ParseNot()
    {
        var start = Current.Start;
        if (!Is("NOT") || IsExpressionEnd(1) || Ahead(1).Kind == TokenKind.RightParen)
        {
            return ParseComparison();
        }

        _at++;
        GuardDepth();
        var operand = ParseNot();
        _depth--;
        return new UnarySyntax(SpanFrom(start), UnaryOperator.Not, operand);
    }

    private ExpressionSyntax ParseComparison()
    {
        var start = Current.Start;
        var first = ParsePredicate();
        if (ComparisonOperator() is not { } @operator)
        {
            return first;
        }

        var operands = ImmutableArray.CreateBuilder<ExpressionSyntax>();
        var operators = ImmutableArray.CreateBuilder<BinaryOperator>();
        operands.Add(first);
        BinaryOperator? next = @operator;
        while (next is { } one)
        {
            _at++;
            operators.Add(one);
            operands.Add(ParsePredicate());
            next = ComparisonOperator();
        }

        return operators.Count == 1
            ? Binary(start, @operator, first, operands[1])
            : new ComparisonChainSyntax(SpanFrom(start), operands.ToImmutable(), operators.ToImmutable());
    }

    private BinaryOperator? ComparisonOperator() => Kind switch
    {
        TokenKind.Equal => BinaryOperator.Equal,
        TokenKind.NotEqual => BinaryOperator.NotEqual,
        TokenKind.Less => BinaryOperator.Less,
        TokenKind.LessEqual => BinaryOperator.LessOrEqual,
        TokenKind.Greater => BinaryOperator.Greater,
        TokenKind.GreaterEqual => BinaryOperator.GreaterOrEqual,
        _ => null,
    };

    private ExpressionSyntax ParsePredicate()
    {
        var start = Current.Start;
        var left = ParseSum();
        for (var length = 0; TryParsePredicateSuffix(start, left) is { } suffixed; length++)
        {
            GuardChain(length);
            left = suffixed;
        }

        return left;
    }

    /// <summary>What may follow an operand as a predicate; null where nothing does.</summary>
    private ExpressionSyntax? TryParsePredicateSuffix(int start, ExpressionSyntax left)
    {
        if (Take(TokenKind.RegexMatch))
        {
            return Binary(start, BinaryOperator.RegexMatch, left, ParseSum());
        }

        if (Take("STARTS", "WITH"))
        {
            return Binary(start, BinaryOperator.StartsWith, left, ParseSum());
        }

        if (Take("ENDS", "WITH"))
        {
            return Binary(start, BinaryOperator.EndsWith, left, ParseSum());
        }

        if (Take("CONTAINS"))
        {
            return Binary(start, BinaryOperator.Contains, left, ParseSum());
        }

        if (Is("IN") && !IsAhead(1, "TRANSACTIONS") && !IsAhead(1, "CONCURRENT") && !IsAhead(2, "CONCURRENT"))
        {
            _at++;
            return Binary(start, BinaryOperator.In, left, ParseSum());
        }

        if (Kind == TokenKind.DoubleColon)
        {
            _at++;
            return TypePredicate(start, left, isNegated: false);
        }

        return Is("IS") ? ParseIs(start, left) : null;
    }

    private ExpressionSyntax ParseIs(int start, ExpressionSyntax left)
    {
        _at++;
        if (Take("NULL"))
        {
            return new UnarySyntax(SpanFrom(start), UnaryOperator.IsNull, left);
        }

        if (Take("NOT", "NULL"))
        {
            return new UnarySyntax(SpanFrom(start), UnaryOperator.IsNotNull, left);
        }

        var isNegated = Take("NOT");
        if (Take(TokenKind.DoubleColon) || Take("TYPED"))
        {
            return TypePredicate(start, left, isNegated);
        }

        if (Is("NORMALIZED") || (Current.Text.Length is 3 or 4 && IsAhead(1, "NORMALIZED")))
        {
            var form = Is("NORMALIZED") ? "NFC" : Next().Text.ToUpperInvariant();
            _at++;
            return new NormalizedPredicateSyntax(SpanFrom(start), left, form, isNegated);
        }

        if (!isNegated && Current.IsName)
        {
            var labels = ParseLabelExpression();
            return new LabelPredicateSyntax(SpanFrom(start), left, labels);
        }

        Fail("NULL, NOT NULL, TYPED, '::' or NORMALIZED");
        return null;
    }

    private TypePredicateSyntax TypePredicate(int start, ExpressionSyntax left, bool isNegated)
    {
        var type = ParseType();
        return new TypePredicateSyntax(SpanFrom(start), left, type, isNegated);
    }

    private ExpressionSyntax ParseSum()
    {
        var start = Current.Start;
        var left = ParseProduct();
        for (var length = 0; ; length++)
        {
            GuardChain(length);
            BinaryOperator? @operator = Kind switch
            {
                TokenKind.Plus => BinaryOperator.Add,
                TokenKind.Minus => BinaryOperator.Subtract,
                TokenKind.DoublePipe => BinaryOperator.Concatenate,
                _ => null,
            };
            if (@operator is null)
            {
                return left;
            }

            _at++;
            left = Binary(start, @operator.Value, left, ParseProduct());
        }
    }

    private ExpressionSyntax ParseProduct()
    {
        var start = Current.Start;
        var left = ParsePower();
        for (var length = 0; ; length++)
        {
            GuardChain(length);
            BinaryOperator? @operator = Kind switch
            {
                TokenKind.Star => BinaryOperator.Multiply,
                TokenKind.Slash => BinaryOperator.Divide,
                TokenKind.Percent => BinaryOperator.Modulo,
                _ => null,
            };
            if (@operator is null)
            {
                return left;
            }

            _at++;
            left = Binary(start, @operator.Value, left, ParsePower());
        }
    }

    private ExpressionSyntax ParsePower()
    {
        var start = Current.Start;
        var left = ParseSign();
        for (var length = 0; Take(TokenKind.Caret); length++)
        {
            GuardChain(length);
            left = Binary(start, BinaryOperator.Power, left, ParseSign());
        }

        return left;
    }

    private ExpressionSyntax ParseSign()
    {
        var start = Current.Start;
        if (Kind == TokenKind.Minus && Ahead(1).Kind == TokenKind.Integer)
        {
            return ParseNegativeInteger();
        }

        if (Kind is not (TokenKind.Minus or TokenKind.Plus))
        {
            return ParsePostfix(stopsAtLabels: false);
        }

        GuardDepth();
        var @operator = Next().Kind == TokenKind.Minus ? UnaryOperator.Minus : UnaryOperator.Plus;
        var operand = ParseSign();
        _depth--;
        return new UnarySyntax(SpanFrom(start), @operator, operand);
    }

    /// <summary>The sign belongs to the digits, or the smallest integer could not be written.</summary>
    private ExpressionSyntax ParseNegativeInteger()
    {
        var sign = Next();
        var digits = Next();
        var literal = new LiteralSyntax(new SourceSpan(sign.Start, digits.End), IntegerOf(digits, isNegative: true));
        return ParsePostfixOf(sign.Start, literal, stopsAtLabels: false);
    }

    private ExpressionSyntax ParsePostfix(bool stopsAtLabels)
    {
        var start = Current.Start;
        return ParsePostfixOf(start, ParseAtom(), stopsAtLabels);
    }

    private ExpressionSyntax ParsePostfixOf(int start, ExpressionSyntax target, bool stopsAtLabels)
    {
        for (var length = 0; ; length++)
        {
            GuardChain(length);
            if (Take(TokenKind.Dot))
            {
                var key = ExpectName("a property key").Text;
                target = new PropertySyntax(SpanFrom(start), target, key);
            }
            else if (Kind == TokenKind.LeftBracket)
            {
                target = ParseSubscript(start, target);
            }
            else if (!stopsAtLabels && Kind == TokenKind.Colon && (Ahead(1).IsName
                || Ahead(1).Kind is TokenKind.Exclamation or TokenKind.LeftParen or TokenKind.Percent or TokenKind.Dollar))
            {
                _at++;
                var labels = ParseLabelExpression();
                target = new LabelPredicateSyntax(SpanFrom(start), target, labels);
            }
            else
            {
                return target;
            }
        }
    }

    private ExpressionSyntax ParseSubscript(int start, ExpressionSyntax target)
    {
        _at++;
        var from = Kind == TokenKind.DotDot ? null : ParseExpression();
        if (Take(TokenKind.DotDot))
        {
            var to = Kind == TokenKind.RightBracket ? null : ParseExpression();
            if (from is null && to is null)
            {
                throw _source.Error(Current.Start, "The start or end (or both) is required for a collection slice");
            }

            Expect(TokenKind.RightBracket, "']'");
            return new SliceSyntax(SpanFrom(start), target, from, to);
        }

        Expect(TokenKind.RightBracket, "']'");
        return new IndexSyntax(SpanFrom(start), target, from!);
    }

    private BinarySyntax Binary(int start, BinaryOperator @operator, ExpressionSyntax left, ExpressionSyntax right) =>
        new(SpanFrom(start), @operator, left, right);

    /// <summary>A chain of equal precedence nests to the left as deep as it is long.</summary>
    private void GuardChain(int length)
    {
        if (length > MaximumDepth)
        {
            throw _source.Error(Current.Start, "The query is nested too deeply");
        }
    }
}
