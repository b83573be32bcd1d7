using System.Collections.Immutable;
using Graph.Embedded.Parsing.Syntax;
using Graph.Embedded.Storage;

namespace Graph.Embedded.Parsing;

internal sealed partial class Parser
{
    private PathPatternSyntax ParsePathPattern()
    {
        var start = Current.Start;
        NameSyntax? variable = null;
        if (Current.IsName && Ahead(1).Kind == TokenKind.Equal)
        {
            variable = ExpectName("a variable");
            _at++;
        }

        var (selector, count) = ParseSelector();
        if (IsShortestPathCall())
        {
            return ParseShortestPathCall(start, variable);
        }

        var elements = ParsePatternElements();
        if (elements is [QuantifiedPathSyntax { Length: null } whole])
        {
            // A path in parentheses, which can have predicates of its own.
            return new PathPatternSyntax(SpanFrom(start), variable ?? whole.Pattern.Variable, selector, count, whole.Pattern.Elements)
            {
                Where = whole.Where,
            };
        }

        return elements.FirstOrDefault(static element => element is QuantifiedPathSyntax { Length: null }) is { } parenthesised
            ? throw _source.Error(parenthesised.Span.Start, "Juxtaposition is currently only supported for quantified path patterns.")
            : new PathPatternSyntax(SpanFrom(start), variable, selector, count, elements);
    }

    private bool IsShortestPathCall() =>
        (Is("shortestPath") || Is("allShortestPaths")) && Ahead(1).Kind == TokenKind.LeftParen;

    private PathPatternSyntax ParseShortestPathCall(int start, NameSyntax? variable)
    {
        var selector = Is("shortestPath") ? PathSelector.ShortestPath : PathSelector.AllShortestPaths;
        _at += 2;
        var elements = ParsePatternElements();
        Expect(TokenKind.RightParen, "')'");
        return new PathPatternSyntax(SpanFrom(start), variable, selector, 1, elements);
    }

    private (PathSelector Selector, int Count) ParseSelector()
    {
        if (Take("ALL", "SHORTEST"))
        {
            SkipPathWord();
            return (PathSelector.AllShortest, 1);
        }

        if (Take("ANY"))
        {
            Take("SHORTEST");
            var any = Kind == TokenKind.Integer ? ParseSelectorCount() : 1;
            SkipPathWord();
            return (PathSelector.ShortestK, any);
        }

        if (Is("SHORTEST"))
        {
            _at++;
            var count = Kind == TokenKind.Integer ? ParseSelectorCount() : 1;
            SkipPathWord();
            var isGroups = Take("GROUPS") || Take("GROUP");
            return (isGroups ? PathSelector.ShortestGroups : PathSelector.ShortestK, count);
        }

        if (Is("ALL") && Ahead(1).Kind == TokenKind.LeftParen)
        {
            _at++;
        }
        else if (Is("ALL") && (IsAhead(1, "PATH") || IsAhead(1, "PATHS")))
        {
            _at += 2;
        }

        return (PathSelector.None, 0);
    }

    private int ParseSelectorCount()
    {
        var token = Next();
        if (!int.TryParse(token.Text, out var count) || count < 1)
        {
            throw _source.Error(token.Start, "The path count needs to be greater than 0.");
        }

        return count;
    }

    private void SkipPathWord() => _ = Take("PATH") || Take("PATHS");

    private ImmutableArray<PatternElementSyntax> ParsePatternElements()
    {
        var elements = ImmutableArray.CreateBuilder<PatternElementSyntax>();
        elements.Add(ParseNodeOrGroup());
        while (true)
        {
            if (Kind is TokenKind.Minus or TokenKind.Less)
            {
                elements.Add(ParseRelationshipPattern());
                elements.Add(ParseNodeOrGroup());
            }
            else if (Kind == TokenKind.LeftParen)
            {
                var start = Current.Start;
                var next = ParseNodeOrGroup();
                if (next is NodePatternSyntax && elements[^1] is NodePatternSyntax)
                {
                    throw _source.Error(start, "Juxtaposition is currently only supported for quantified path patterns.");
                }

                elements.Add(next);
            }
            else
            {
                return elements.ToImmutable();
            }
        }
    }

    private PatternElementSyntax ParseNodeOrGroup()
    {
        var inner = Ahead(1).Kind;
        return Kind == TokenKind.LeftParen
            && (inner == TokenKind.LeftParen || (Ahead(1).IsName && Ahead(2).Kind == TokenKind.Equal))
                ? ParseQuantifiedPath()
                : ParseNodePattern();
    }

    private QuantifiedPathSyntax ParseQuantifiedPath()
    {
        GuardDepth();
        var start = Current.Start;
        _at++;
        var pattern = ParsePathPattern();
        var where = Take("WHERE") ? ParseExpression() : null;
        Expect(TokenKind.RightParen, "')'");
        var length = TryParseQuantifier();
        _depth--;
        return new QuantifiedPathSyntax(SpanFrom(start), pattern, where, length);
    }

    private LengthSyntax? TryParseQuantifier()
    {
        var start = Current.Start;
        if (Take(TokenKind.Star))
        {
            return new LengthSyntax(SpanFrom(start), 0, null, true);
        }

        if (Take(TokenKind.Plus))
        {
            return new LengthSyntax(SpanFrom(start), 1, null, true);
        }

        if (Kind != TokenKind.LeftBrace)
        {
            return null;
        }

        _at++;
        long? minimum = Kind == TokenKind.Integer ? ParseLength() : null;
        if (Take(TokenKind.RightBrace))
        {
            return new LengthSyntax(SpanFrom(start), minimum ?? 0, minimum, true);
        }

        Expect(TokenKind.Comma, "',' or '}'");
        long? maximum = Kind == TokenKind.Integer ? ParseLength() : null;
        Expect(TokenKind.RightBrace, "'}'");
        return new LengthSyntax(SpanFrom(start), minimum ?? 0, maximum, true);
    }

    private long ParseLength()
    {
        var token = Next();
        return long.TryParse(token.Text, out var length)
            ? length
            : throw _source.Error(token.Start, $"Invalid path length '{token.Text}'");
    }

    private NodePatternSyntax ParseNodePattern()
    {
        var start = Current.Start;
        Expect(TokenKind.LeftParen, "a node pattern '('");
        var pipes = _labelPipes;
        _labelPipes = int.MaxValue;
        var variable = ParsePatternVariable();
        var labels = Take(TokenKind.Colon) || Take("IS") ? ParseLabelExpression() : null;
        var properties = ParsePatternProperties();
        var where = Take("WHERE") ? ParseExpression() : null;
        _labelPipes = pipes;
        Expect(TokenKind.RightParen, "')', ':', '{' or WHERE");
        return new NodePatternSyntax(SpanFrom(start), variable, labels, properties, where);
    }

    private NameSyntax? ParsePatternVariable() =>
        Current.IsName && !(Is("WHERE") && Ahead(1).Kind is not (TokenKind.RightParen or TokenKind.Colon or TokenKind.LeftBrace))
            && !(Is("IS") && Ahead(1).IsName)
            ? ExpectName("a variable")
            : null;

    private ExpressionSyntax? ParsePatternProperties() => Kind switch
    {
        TokenKind.LeftBrace => ParseMap(),
        TokenKind.Parameter => ParseAtom(),
        _ => null,
    };

    private RelationshipPatternSyntax ParseRelationshipPattern()
    {
        var start = Current.Start;
        var pointsLeft = Take(TokenKind.Less);
        Expect(TokenKind.Minus, "'-'");
        NameSyntax? variable = null;
        LabelExpressionSyntax? types = null;
        LengthSyntax? length = null;
        ExpressionSyntax? properties = null;
        ExpressionSyntax? where = null;
        var pipes = _labelPipes;
        _labelPipes = int.MaxValue;
        if (Take(TokenKind.LeftBracket))
        {
            variable = ParsePatternVariable();
            _pipeColon = -1;
            types = Take(TokenKind.Colon) || Take("IS") ? ParseLabelExpression() : null;
            var pipeColon = _pipeColon;
            length = Kind == TokenKind.Star ? ParseStarLength() : null;
            properties = ParsePatternProperties();
            where = Take("WHERE") ? ParseExpression() : null;
            Expect(TokenKind.RightBracket, "']'");
            if (pipeColon >= 0 && (variable is not null || properties is not null || length is not null))
            {
                throw _source.Error(
                    pipeColon,
                    "The semantics of using colon in the separation of alternative relationship types in conjunction with the use of variable binding, "
                    + "inlined property predicates, or variable length is no longer supported. Please separate the relationship types with '|' alone.");
            }
        }

        _labelPipes = pipes;
        Expect(TokenKind.Minus, "'-'");
        var pointsRight = Take(TokenKind.Greater);
        var direction = (pointsLeft, pointsRight) switch
        {
            (true, false) => Direction.Incoming,
            (false, true) => Direction.Outgoing,
            _ => Direction.Both,
        };
        if (Kind is TokenKind.Star or TokenKind.Plus or TokenKind.LeftBrace)
        {
            length = TryParseQuantifier();
        }

        return new RelationshipPatternSyntax(SpanFrom(start), variable, types, properties, where, direction, length);
    }

    private LengthSyntax ParseStarLength()
    {
        var start = Next().Start;
        long? minimum = null;
        long? maximum = null;
        if (Kind == TokenKind.Integer)
        {
            minimum = ParseLength();
            maximum = minimum;
        }

        if (Take(TokenKind.DotDot))
        {
            maximum = Kind == TokenKind.Integer ? ParseLength() : null;
        }

        return new LengthSyntax(SpanFrom(start), minimum, maximum, false);
    }

    /// <summary>Whether what stands here is <c>(a)-[</c>, <c>(a)--(</c>, <c>(a)&lt;-[</c> and the like rather than a parenthesis.</summary>
    private bool IsPatternAhead()
    {
        if (Kind != TokenKind.LeftParen)
        {
            return false;
        }

        var i = 1;
        i += Ahead(i).IsName ? 1 : 0;
        if (Ahead(i).Kind is not (TokenKind.RightParen or TokenKind.Colon or TokenKind.LeftBrace) && !IsAhead(i, "WHERE")
            && !(i == 2 && IsAhead(i, "IS") && Ahead(i + 1).IsName && !IsAhead(i + 1, "NULL") && !IsAhead(i + 1, "NOT")
                && !IsAhead(i + 1, "TYPED") && !IsAhead(i + 1, "NORMALIZED")))
        {
            return false;
        }

        i = IndexAfterParenthesis();
        var (first, second, third) = (Ahead(i).Kind, Ahead(i + 1).Kind, Ahead(i + 2).Kind);
        return (first, second) switch
        {
            (TokenKind.Minus, TokenKind.LeftBracket) => true,
            (TokenKind.Minus, TokenKind.Minus) => third is TokenKind.LeftParen or TokenKind.Greater,
            (TokenKind.Less, TokenKind.Minus) => third is TokenKind.LeftBracket or TokenKind.Minus,
            _ => false,
        };
    }

    private int IndexAfterParenthesis()
    {
        var depth = 0;
        for (var i = 0; ; i++)
        {
            switch (Ahead(i).Kind)
            {
                case TokenKind.LeftParen or TokenKind.LeftBrace or TokenKind.LeftBracket:
                    depth++;
                    break;
                case TokenKind.RightParen or TokenKind.RightBrace or TokenKind.RightBracket:
                    if (--depth == 0)
                    {
                        return i + 1;
                    }

                    break;
                case TokenKind.End:
                    return i;
            }
        }
    }
}
