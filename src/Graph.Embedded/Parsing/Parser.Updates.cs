using System.Collections.Immutable;
using Graph.Embedded.Parsing.Syntax;
using Graph.Embedded.Values;

namespace Graph.Embedded.Parsing;

internal sealed partial class Parser
{
    private ClauseSyntax? TryParseUpdate()
    {
        var start = Current.Start;
        if (Take("CREATE"))
        {
            var patterns = ListOf(ParsePathPattern);
            return new CreateSyntax(SpanFrom(start), patterns);
        }

        if (Take("MERGE"))
        {
            return ParseMerge(start);
        }

        if (Take("SET"))
        {
            var items = ListOf(ParseSetItem);
            return new SetSyntax(SpanFrom(start), items);
        }

        if (Take("REMOVE"))
        {
            var items = ListOf(ParseRemoveItem);
            return new RemoveSyntax(SpanFrom(start), items);
        }

        if (Is("DELETE") || ((Is("DETACH") || Is("NODETACH")) && IsAhead(1, "DELETE")))
        {
            var isDetach = Take("DETACH");
            Take("NODETACH");
            _at++;
            var targets = ListOf(ParseExpression);
            return new DeleteSyntax(SpanFrom(start), targets, isDetach);
        }

        return Is("FOREACH") ? ParseForeach(start) : null;
    }

    private MergeSyntax ParseMerge(int start)
    {
        var pattern = ParsePathPattern();
        var onCreate = ImmutableArray<SetItemSyntax>.Empty;
        var onMatch = ImmutableArray<SetItemSyntax>.Empty;
        while (Is("ON"))
        {
            if (Take("ON", "CREATE"))
            {
                ExpectWord("SET");
                onCreate = onCreate.AddRange(ListOf(ParseSetItem));
            }
            else if (Take("ON", "MATCH"))
            {
                ExpectWord("SET");
                onMatch = onMatch.AddRange(ListOf(ParseSetItem));
            }
            else
            {
                _at++;
                Fail("'CREATE' or 'MATCH'");
            }
        }

        return new MergeSyntax(SpanFrom(start), pattern, onCreate, onMatch);
    }

    private SetItemSyntax ParseSetItem()
    {
        var start = Current.Start;
        var target = ParsePostfix(stopsAtLabels: true);
        if (Kind is TokenKind.Colon || Is("IS"))
        {
            var labels = ParseLabelList();
            return new SetLabelsSyntax(SpanFrom(start), target, labels);
        }

        if (Take(TokenKind.PlusEqual))
        {
            var map = ParseExpression();
            return new SetPropertiesSyntax(SpanFrom(start), target, map, IsMerge: true);
        }

        Expect(TokenKind.Equal, "'=', '+=' or a label");
        var value = ParseExpression();
        var span = SpanFrom(start);
        return target switch
        {
            PropertySyntax property => new SetPropertySyntax(span, property.Target, property.Key, value),
            IndexSyntax index => new SetDynamicPropertySyntax(span, index.Target, index.Index, value),
            _ => new SetPropertiesSyntax(span, target, value, IsMerge: false),
        };
    }

    private SetItemSyntax ParseRemoveItem()
    {
        var start = Current.Start;
        var target = ParsePostfix(stopsAtLabels: true);
        if (Kind is TokenKind.Colon || Is("IS"))
        {
            var labels = ParseLabelList();
            return new SetLabelsSyntax(SpanFrom(start), target, labels);
        }

        var span = SpanFrom(start);
        var nothing = new LiteralSyntax(span, Value.Null);
        switch (target)
        {
            case PropertySyntax property:
                return new SetPropertySyntax(span, property.Target, property.Key, nothing);
            case IndexSyntax index:
                return new SetDynamicPropertySyntax(span, index.Target, index.Index, nothing);
            default:
                Fail("a property or a label to remove");
                return null;
        }
    }

    private ImmutableArray<LabelExpressionSyntax> ParseLabelList()
    {
        var labels = ImmutableArray.CreateBuilder<LabelExpressionSyntax>();
        var isFirst = true;
        while (Take(TokenKind.Colon) || (isFirst && Take("IS")) || (!isFirst && Take(TokenKind.Ampersand)))
        {
            isFirst = false;
            labels.Add(Kind == TokenKind.Dollar ? ParseDynamicLabel() : ParseLabelName());
        }

        return labels.ToImmutable();
    }

    private ForeachSyntax ParseForeach(int start)
    {
        _at++;
        Expect(TokenKind.LeftParen, "'('");
        var variable = ExpectName("a variable");
        ExpectWord("IN");
        var list = ParseExpression();
        Expect(TokenKind.Pipe, "'|'");
        var updates = ImmutableArray.CreateBuilder<ClauseSyntax>();
        while (TryParseUpdate() is { } update)
        {
            updates.Add(update);
        }

        if (updates.Count == 0)
        {
            Fail("an updating clause: CREATE, MERGE, SET, REMOVE, DELETE or FOREACH");
        }

        Expect(TokenKind.RightParen, "')' or an updating clause");
        return new ForeachSyntax(SpanFrom(start), variable, list, updates.ToImmutable());
    }
}
