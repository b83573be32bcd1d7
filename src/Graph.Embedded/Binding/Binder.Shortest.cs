using Graph.Embedded.Expressions;
using Graph.Embedded.Parsing.Syntax;

namespace Graph.Embedded.Binding;

internal sealed partial class Binder
{
    private void BindShortestPath(PathPatternSyntax pattern, PatternBuilder builder, PatternNames names)
    {
        var function = pattern.Selector == PathSelector.ShortestPath ? "shortestPath" : "allShortestPaths";
        if (pattern.Elements is not [NodePatternSyntax start, RelationshipPatternSyntax relationship, NodePatternSyntax end])
        {
            throw _source.Error(pattern.Span.Start, $"{function}(...) requires a pattern containing a single relationship");
        }

        if (relationship.Length?.Minimum is > 1)
        {
            throw _source.Error(
                relationship.Span.Start, $"{function}(...) does not support a minimal length different from 0 or 1");
        }

        var (from, to) = (names.Nodes[start], names.Nodes[end]);
        BindNodePredicates(start, from, builder);
        BindNodePredicates(end, to, builder);
        var bound = BindShortestRelationship(relationship, from, to, builder, names);
        var path = names.Paths.TryGetValue(pattern, out var named) ? named : _slots.CreateHidden("path", StaticType.Path);
        var mode = pattern.Selector == PathSelector.ShortestPath ? ShortestMode.Single : ShortestMode.All;
        builder.ShortestPaths.Add(new ShortestPathPattern(bound, path, mode, 1, [], IsSelector: false));
    }

    /// <summary>The relationship as one of variable length, also where it was written as a single one.</summary>
    private PatternRelationship BindShortestRelationship(
        RelationshipPatternSyntax syntax, Symbol from, Symbol to, PatternBuilder builder, PatternNames names)
    {
        if (syntax.Length is not null)
        {
            return BindRelationship(syntax, from, to, builder, names);
        }

        var (symbol, _) = names.Relationships[syntax];
        var hop = _slots.CreateHidden("hop", StaticType.Relationship);
        var predicates = WithHop(syntax, hop, target => [.. RelationshipPredicates(syntax, target, out _)]);
        _ = RelationshipTypes(syntax.Types, out var types);
        var list = _slots.CreateHidden("hops", StaticType.ListOf(TypeSet.Relationship));
        builder.Predicates.Add(new ComparisonExpression(
            syntax.Span, BinaryOperator.Equal, new SymbolExpression(syntax.Span, symbol),
            new IndexExpression(syntax.Span, new SymbolExpression(syntax.Span, list), new ConstantExpression(syntax.Span, Values.Value.Of(0L)))));
        return new PatternRelationship(list, from, to, syntax.Direction, types, new VariableLength(1, 1, hop, predicates), false);
    }
}
