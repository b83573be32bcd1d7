using Graph.Embedded.Parsing.Syntax;

namespace Graph.Embedded.Parsing;

/// <summary>List and pattern comprehensions, in which <c>|</c> both joins labels and begins the projection.</summary>
internal sealed partial class Parser
{
    /// <summary>How many more <c>|</c> label expressions may take.</summary>
    private int _labelPipes = int.MaxValue;

    private ListComprehensionSyntax? TryParseListComprehension(int start)
    {
        var before = _at;
        var variable = ExpectName("a variable");
        _at++;
        var list = ParseExpression();
        var (where, projection) = ParseFilterAndProjection();
        if (Take(TokenKind.RightBracket))
        {
            return new ListComprehensionSyntax(SpanFrom(start), variable, list, where, projection);
        }

        // A list whose first item is a membership test, such as [x IN list, 1].
        _at = before;
        return null;
    }

    private PatternComprehensionSyntax ParsePatternComprehension(int start, PathPatternSyntax pattern)
    {
        var (where, projection) = ParseFilterAndProjection();
        if (projection is null)
        {
            Fail("'|'");
        }

        Expect(TokenKind.RightBracket, "']'");
        return new PatternComprehensionSyntax(SpanFrom(start), pattern, where, projection!);
    }

    /// <summary>
    /// <c>WHERE n:A | x</c> filters by A and projects x; <c>WHERE n:A|B | x</c> filters by either. So the filter takes as few
    /// as it can of the bars, and more only where what follows makes no sense otherwise.
    /// </summary>
    private (ExpressionSyntax? Where, ExpressionSyntax? Projection) ParseFilterAndProjection()
    {
        if (!Is("WHERE"))
        {
            return (null, Take(TokenKind.Pipe) ? ParseExpression() : null);
        }

        var (before, outer, depth) = (_at, _labelPipes, _depth);
        CypherException? first = null;
        for (var pipes = 0; pipes <= PipesAhead(before); pipes++)
        {
            (_at, _labelPipes, _depth) = (before, pipes, depth);
            try
            {
                _at++;
                var where = ParseExpression();
                _labelPipes = outer;
                var projection = Take(TokenKind.Pipe) ? ParseExpression() : null;
                if (Kind == TokenKind.RightBracket)
                {
                    return (where, projection);
                }
            }
            catch (CypherException exception)
            {
                first ??= exception;
            }
        }

        (_at, _labelPipes, _depth) = (before, outer, depth);
        if (first is not null)
        {
            throw first;
        }

        _at++;
        return (ParseExpression(), null);
    }

    private int PipesAhead(int from)
    {
        var (count, depth) = (0, 0);
        for (var i = from; i < _tokens.Count && depth >= 0; i++)
        {
            depth += _tokens[i].Kind switch
            {
                TokenKind.LeftBracket => 1,
                TokenKind.RightBracket => -1,
                _ => 0,
            };
            count += depth == 0 && _tokens[i].Kind == TokenKind.Pipe ? 1 : 0;
        }

        return count;
    }
}
