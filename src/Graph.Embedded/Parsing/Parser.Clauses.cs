using System.Collections.Immutable;
using Graph.Embedded.Parsing.Syntax;

namespace Graph.Embedded.Parsing;

internal sealed partial class Parser
{
    private ClauseSyntax? TryParseClause()
    {
        var start = Current.Start;
        if (Kind != TokenKind.Identifier)
        {
            return null;
        }

        switch (Current.Text.ToUpperInvariant())
        {
            case "MATCH":
                _at++;
                return ParseMatch(start, isOptional: false);
            case "OPTIONAL":
                return ParseOptional(start);
            case "UNWIND":
                return ParseUnwind(start);
            case "WITH":
                _at++;
                return ParseProjection(start, isReturn: false);
            case "RETURN":
                _at++;
                return ParseProjection(start, isReturn: true);
            case "FINISH":
                _at++;
                return new FinishSyntax(SpanFrom(start));
            case "CALL":
                return ParseCall(start, isOptional: false);
            case "SHOW":
                return ParseShow(start);
            case "TERMINATE":
                return ParseTerminate(start);
            case "LOAD" when IsAhead(1, "CSV"):
                throw _source.Error(
                    "Neo.ClientError.Statement.NotSystemDatabaseError", start,
                    "LOAD CSV is not supported by this engine; read the file in the client and pass its rows as a parameter to UNWIND");
            default:
                return TryParseUpdate();
        }
    }

    private ClauseSyntax ParseOptional(int start)
    {
        _at++;
        if (Is("CALL"))
        {
            return ParseCall(start, isOptional: true);
        }

        ExpectWord("MATCH");
        return ParseMatch(start, isOptional: true);
    }

    private MatchSyntax ParseMatch(int start, bool isOptional)
    {
        var patterns = ListOf(ParsePathPattern);
        while (Take("USING"))
        {
            SkipHint();
        }

        var where = Take("WHERE") ? ParseExpression() : null;
        return new MatchSyntax(SpanFrom(start), isOptional, patterns, where);
    }

    /// <summary>A hint tells how, not what; the planner chooses by its statistics.</summary>
    private void SkipHint()
    {
        if (Take("JOIN"))
        {
            ExpectWord("ON");
            ListOf(() => ExpectName("a variable"));
            return;
        }

        if (!Take("SCAN"))
        {
            _ = Take("RANGE") || Take("TEXT") || Take("POINT");
            ExpectWord("INDEX");
            Take("SEEK");
        }

        ExpectName("a variable");
        Expect(TokenKind.Colon, "':'");
        ExpectName("a label or type");
        if (Take(TokenKind.LeftParen))
        {
            ListOf(() => ExpectName("a property key"));
            Expect(TokenKind.RightParen, "')'");
        }
    }

    private UnwindSyntax ParseUnwind(int start)
    {
        _at++;
        var list = ParseExpression();
        ExpectWord("AS");
        return new UnwindSyntax(SpanFrom(start), list, ExpectName("a variable"));
    }

    private ProjectionSyntax ParseProjection(int start, bool isReturn)
    {
        var isDistinct = Take("DISTINCT");
        if (!isDistinct && Is("ALL") && !IsExpressionEnd(1) && Ahead(1).Kind != TokenKind.LeftParen)
        {
            _at++;
        }

        var hasStar = false;
        var items = ImmutableArray.CreateBuilder<ProjectionItemSyntax>();
        if (Kind == TokenKind.Star)
        {
            _at++;
            hasStar = true;
            if (Take(TokenKind.Comma))
            {
                items.AddRange(ListOf(ParseProjectionItem));
            }
        }
        else
        {
            items.AddRange(ListOf(ParseProjectionItem));
        }

        var (orderBy, skip, limit) = ParseOrderSkipLimit();
        var where = !isReturn && Take("WHERE") ? ParseExpression() : null;
        return new ProjectionSyntax(
            SpanFrom(start), isReturn, isDistinct, hasStar, items.ToImmutable(), orderBy, skip, limit, where);
    }

    private (ImmutableArray<SortItemSyntax> OrderBy, ExpressionSyntax? Skip, ExpressionSyntax? Limit) ParseOrderSkipLimit()
    {
        var orderBy = ImmutableArray<SortItemSyntax>.Empty;
        if (Take("ORDER", "BY"))
        {
            orderBy = ListOf(ParseSortItem);
        }

        var skip = Take("SKIP") || Take("OFFSET") ? ParseExpression() : null;
        var limit = Take("LIMIT") ? ParseExpression() : null;
        return (orderBy, skip, limit);
    }

    private bool IsExpressionEnd(int ahead) =>
        Ahead(ahead).Kind is TokenKind.End or TokenKind.Comma or TokenKind.Semicolon or TokenKind.Dot || IsAhead(ahead, "AS");

    private ProjectionItemSyntax ParseProjectionItem()
    {
        var start = Current.Start;
        var expression = ParseExpression();
        var text = _source.Slice(SpanFrom(start));
        var alias = Take("AS") ? ExpectName("a variable") : null;
        return new ProjectionItemSyntax(expression, alias, text);
    }

    private SortItemSyntax ParseSortItem()
    {
        var expression = ParseExpression();
        var isDescending = Take("DESC") || Take("DESCENDING");
        if (!isDescending)
        {
            _ = Take("ASC") || Take("ASCENDING");
        }

        return new SortItemSyntax(expression, isDescending);
    }

    private ClauseSyntax ParseCall(int start, bool isOptional)
    {
        _at++;
        if (Kind == TokenKind.LeftBrace || Kind == TokenKind.LeftParen)
        {
            return ParseCallSubquery(start, isOptional);
        }

        var name = ExpectName("a procedure name").Text;
        while (Take(TokenKind.Dot))
        {
            name += "." + ExpectName("a procedure name").Text;
        }

        ImmutableArray<ExpressionSyntax> arguments = default;
        if (Take(TokenKind.LeftParen))
        {
            arguments = Kind == TokenKind.RightParen ? [] : ListOf(ParseExpression);
            Expect(TokenKind.RightParen, "')' or ','");
        }

        var (yield, yieldsAll, _) = ParseYield();
        var where = !yield.IsDefault && Take("WHERE") ? ParseExpression() : null;
        return new CallProcedureSyntax(SpanFrom(start), name, arguments, yield, yieldsAll, where, isOptional);
    }

    private (ImmutableArray<YieldItemSyntax> Items, bool All, bool HasYield) ParseYield()
    {
        if (!Take("YIELD"))
        {
            return (default, false, false);
        }

        return Take(TokenKind.Star) ? ([], true, true) : (ListOf(ParseYieldItem), false, true);
    }

    private YieldItemSyntax ParseYieldItem()
    {
        if (Take(TokenKind.Minus))
        {
            Fail("a field to yield");
        }

        var field = ExpectName("a field to yield");
        return new YieldItemSyntax(field, Take("AS") ? ExpectName("a variable") : null);
    }

    private CallSubquerySyntax ParseCallSubquery(int start, bool isOptional)
    {
        ImmutableArray<NameSyntax> imports = default;
        var importsAll = false;
        if (Take(TokenKind.LeftParen))
        {
            importsAll = Take(TokenKind.Star);
            imports = importsAll || Kind == TokenKind.RightParen ? [] : ListOf(() => ExpectName("a variable"));
            Expect(TokenKind.RightParen, "')' or ','");
        }

        Expect(TokenKind.LeftBrace, "'{'");
        var query = ParseQuery();
        Expect(TokenKind.RightBrace, "'}'");
        return new CallSubquerySyntax(SpanFrom(start), query, imports, importsAll, isOptional, TryParseInTransactions());
    }

    private InTransactionsSyntax? TryParseInTransactions()
    {
        if (!Is("IN") || !(IsAhead(1, "TRANSACTIONS") || IsAhead(2, "TRANSACTIONS") || IsAhead(2, "CONCURRENT") || IsAhead(1, "CONCURRENT")))
        {
            return null;
        }

        _at++;
        if (Is("CONCURRENT"))
        {
            _at++;
        }
        else if (IsAhead(1, "CONCURRENT"))
        {
            // One writer at a time: the degree of concurrency changes nothing.
            _at += 2;
        }

        ExpectWord("TRANSACTIONS");
        ExpressionSyntax? size = null;
        var mode = TransactionErrorMode.Fail;
        NameSyntax? report = null;
        while (true)
        {
            if (Take("OF"))
            {
                size = ParseExpression();
                _ = Take("ROWS") || Take("ROW");
            }
            else if (Take("ON", "ERROR"))
            {
                mode = Take("CONTINUE") ? TransactionErrorMode.Continue
                    : Take("BREAK") ? TransactionErrorMode.Break : TransactionErrorMode.Fail;
                Take("FAIL");
            }
            else if (mode != TransactionErrorMode.Fail && Take("REPORT", "STATUS"))
            {
                ExpectWord("AS");
                report = ExpectName("a variable");
            }
            else
            {
                return Is("REPORT")
                    ? throw _source.Error(Current.Start, "REPORT STATUS can only be used when specifying ON ERROR CONTINUE or ON ERROR BREAK")
                    : new InTransactionsSyntax(size, mode, report);
            }
        }
    }
}
