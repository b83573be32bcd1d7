using System.Collections.Immutable;
using Graph.Embedded.Parsing.Syntax;

namespace Graph.Embedded.Parsing;

internal sealed partial class Parser
{
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
    }.ToImmutableDictionary(StringComparer.OrdinalIgnoreCase);

    private ShowSyntax ParseShow(int start)
    {
        _at++;
        var filter = "";
        string? noun = null;
        while (noun is null)
        {
            var word = ExpectName("what to show, such as INDEXES or CONSTRAINTS");
            if (word.Text.Equals("DEFAULT", StringComparison.OrdinalIgnoreCase) || word.Text.Equals("HOME", StringComparison.OrdinalIgnoreCase))
            {
                filter = word.Text.ToUpperInvariant();
            }
            else if (!ShowNouns.TryGetValue(word.Text, out noun))
            {
                filter = $"{filter} {word.Text.ToUpperInvariant()}".Trim();
                if (filter.Length > 60 || !Current.IsName)
                {
                    throw _source.Error(
                        word.Span.Start,
                        $"Invalid input '{word.Text}': expected INDEXES, CONSTRAINTS, PROCEDURES, FUNCTIONS, DATABASES or TRANSACTIONS");
                }
            }
        }

        SkipShowArguments(noun);
        var (yield, yieldsAll, hasYield) = ParseYield();
        var order = hasYield && (Is("ORDER") || Is("SKIP") || Is("OFFSET") || Is("LIMIT")) ? ParseYieldOrder(yield) : null;
        var where = order is null && Take("WHERE") ? ParseExpression() : null;
        return new ShowSyntax(SpanFrom(start), noun, filter, yield, yieldsAll, where, hasYield, order);
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

    private void SkipShowArguments(string noun)
    {
        if (Take("EXECUTABLE"))
        {
            if (Take("BY"))
            {
                _ = Take("CURRENT", "USER") || Current.IsName && Next().IsName;
            }
        }
        else if (noun == "DATABASES" && Current.IsName && !Is("YIELD") && !Is("WHERE") && !Is("RETURN"))
        {
            _at++;
        }
        else if (noun is "TRANSACTIONS" or "SETTINGS" && Kind is TokenKind.String)
        {
            ListOf(ParseExpression);
        }

        _ = Take("BRIEF") || Take("VERBOSE");
    }
}
