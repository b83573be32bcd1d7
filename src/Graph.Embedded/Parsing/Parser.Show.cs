using System.Collections.Immutable;
using Graph.Embedded.Parsing.Syntax;
using Graph.Embedded.Values;

namespace Graph.Embedded.Parsing;

internal sealed partial class Parser
{
    /// <summary>Words that a filter has at most, as in <c>RELATIONSHIP PROPERTY EXISTENCE</c>.</summary>
    private const int MaxFilterWords = 4;

    private static readonly ImmutableDictionary<string, string> ShowNouns = new Dictionary<string, string>
    {
        ["INDEX"] = "INDEXES",
        ["INDEXES"] = "INDEXES",
        ["CONSTRAINT"] = "CONSTRAINTS",
        ["CONSTRAINTS"] = "CONSTRAINTS",
        ["PROCEDURE"] = "PROCEDURES",
        ["PROCEDURES"] = "PROCEDURES",
        ["FUNCTION"] = "FUNCTIONS",
        ["FUNCTIONS"] = "FUNCTIONS",
        ["DATABASE"] = "DATABASES",
        ["DATABASES"] = "DATABASES",
        ["TRANSACTION"] = "TRANSACTIONS",
        ["TRANSACTIONS"] = "TRANSACTIONS",
        ["SETTING"] = "SETTINGS",
        ["SETTINGS"] = "SETTINGS",
        ["USER"] = "USERS",
        ["USERS"] = "USERS",
    }.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase);

    private ShowSyntax ParseShow(int start)
    {
        _at++;
        var filter = new List<string>();
        string? noun = null;
        while (noun is null)
        {
            var word = ExpectName("what to show, such as INDEXES or CONSTRAINTS");
            if (!ShowNouns.TryGetValue(word.Text, out noun) || Is("DEFINED"))
            {
                noun = null;
                filter.Add(word.Text.ToUpperInvariant());
                if (filter.Count > MaxFilterWords || !Current.IsName)
                {
                    throw _source.Error(
                        word.Span.Start,
                        $"Invalid input '{word.Text}': expected INDEXES, CONSTRAINTS, PROCEDURES, FUNCTIONS, DATABASES, TRANSACTIONS, SETTINGS or USERS");
                }
            }
        }

        if (filter is ["DEFAULT" or "HOME"] or ["CURRENT"])
        {
            noun = $"{filter[0]} {noun}";
        }

        return ParseShowRest(start, $"SHOW {noun}", string.Join(' ', filter), ParseShowNames(noun));
    }

    private ShowSyntax ParseTerminate(int start)
    {
        _at++;
        if (!Take("TRANSACTION"))
        {
            ExpectWord("TRANSACTIONS");
        }

        return ParseShowRest(start, "TERMINATE TRANSACTIONS", "", ParseNames());
    }

    private ShowSyntax ParseShowRest(int start, string command, string filter, ExpressionSyntax? names)
    {
        var (yield, yieldsAll, hasYield) = ParseYield();
        var order = hasYield && (Is("ORDER") || Is("SKIP") || Is("OFFSET") || Is("LIMIT")) ? ParseYieldOrder(yield) : null;
        var where = order is null && Take("WHERE") ? ParseExpression() : null;
        return new ShowSyntax(SpanFrom(start), command, filter, names, yield, yieldsAll, where, hasYield, order);
    }

    /// <summary>The order of yielded columns, as the WITH that it equals.</summary>
    private ProjectionSyntax ParseYieldOrder(ImmutableArray<YieldItemSyntax> yield)
    {
        var start = Current.Start;
        var (orderBy, skip, limit) = ParseOrderSkipLimit();
        var where = Take("WHERE") ? ParseExpression() : null;
        var items = yield.Select(static item => item.Alias ?? item.Field)
            .Select(static name => new ProjectionItemSyntax(new VariableSyntax(name.Span, name.Text), null, name.Text));
        return new ProjectionSyntax(SpanFrom(start), false, false, yield.IsEmpty, [.. items], orderBy, skip, limit, where);
    }

    /// <summary>The names after the noun, where the noun takes any and some are given.</summary>
    private ExpressionSyntax? ParseShowNames(string noun)
    {
        ExpressionSyntax? names = null;
        if (Take("EXECUTABLE"))
        {
            if (Take("BY"))
            {
                _ = Take("CURRENT", "USER") || Current.IsName && Next().IsName;
            }
        }
        else if (noun is "DATABASES" or "TRANSACTIONS" or "SETTINGS" && !IsAfterNoun())
        {
            names = noun == "DATABASES" && Current.IsName ? ParseDatabaseName() : ParseNames();
        }

        _ = Take("BRIEF") || Take("VERBOSE");
        return names;
    }

    private bool IsAfterNoun() =>
        Kind is TokenKind.End or TokenKind.Semicolon || Is("YIELD") || Is("WHERE") || Is("RETURN") || Is("BRIEF") || Is("VERBOSE") || Is("TERMINATE") || Is("SHOW");

    private LiteralSyntax ParseDatabaseName()
    {
        var name = ExpectName("the name of a database");
        return new LiteralSyntax(name.Span, Value.Of(name.Text));
    }

    private ExpressionSyntax ParseNames()
    {
        var start = Current.Start;
        var names = ListOf(ParseExpression);
        return names.Length == 1 ? names[0] : new ListSyntax(SpanFrom(start), names);
    }
}
