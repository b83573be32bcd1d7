using Graph.Embedded.Parsing.Syntax;

namespace Graph.Embedded.Binding;

/// <summary>Quantified path patterns: groups that repeat, and the paths that selectors keep.</summary>
internal sealed partial class Binder
{
    private Dictionary<string, (Symbol Inner, Symbol Group)> DeclareGroup(QuantifiedPathSyntax group)
    {
        CheckGroup(group);
        CheckLength(group.Length!);
        var variables = new Dictionary<string, (Symbol Inner, Symbol Group)>(StringComparer.Ordinal);
        foreach (var element in group.Pattern.Elements)
        {
            var (name, type) = element is NodePatternSyntax node
                ? (node.Variable, StaticType.Node)
                : (((RelationshipPatternSyntax)element).Variable, StaticType.Relationship);
            if (name is null || variables.ContainsKey(name.Text))
            {
                continue;
            }

            if (_scope.Find(name.Text) is not null)
            {
                throw _source.Error(
                    name.Span.Start, $"The variable `{name.Text}` occurs both inside and outside a quantified path pattern and needs to be renamed.");
            }

            var list = Declare(name, StaticType.ListOf(type.Kinds));
            variables.Add(name.Text, (_slots.Create(name.Text, type), list));
        }

        return variables;
    }

    private void CheckGroup(QuantifiedPathSyntax group)
    {
        var elements = group.Pattern.Elements;
        if (elements.FirstOrDefault(static element => element is QuantifiedPathSyntax) is { } nested)
        {
            throw _source.Error(nested.Span.Start, "Quantified path patterns are not allowed to be nested.");
        }

        if (elements.FirstOrDefault(static element => element is RelationshipPatternSyntax { Length: not null }) is { } variable)
        {
            throw _source.Error(variable.Span.Start, "Variable length relationships cannot be part of a quantified path pattern.");
        }

        if (elements.Length == 1)
        {
            throw _source.Error(group.Span.Start, "A quantified path pattern needs to have at least one relationship.");
        }

        if (group.Pattern.Variable is { } path)
        {
            throw _source.Error(path.Span.Start, "Assigning a path in a quantified path pattern is not supported.");
        }
    }

    private void CheckJuxtaposition(PathPatternSyntax pattern)
    {
        for (var i = 1; i < pattern.Elements.Length; i++)
        {
            if (pattern.Elements[i] is NodePatternSyntax && pattern.Elements[i - 1] is NodePatternSyntax)
            {
                throw _source.Error(
                    pattern.Elements[i].Span.Start, "Juxtaposition is currently only supported for quantified path patterns.");
            }
        }
    }

    private Symbol BindGroup(QuantifiedPathSyntax group, Symbol from, Symbol to, PatternBuilder builder, PatternNames names)
    {
        var variables = names.Groups[group];
        var inner = WithLocals([.. variables.Values.Select(static pair => pair.Inner)], () => BindInside(group, variables));
        var trail = _slots.CreateHidden("trail", StaticType.ListOf(TypeSet.Relationship));
        builder.Repetitions.Add(new RepeatedPattern(
            from, to, inner.Nodes[0], inner.Nodes[^1], inner.Pattern, inner.Relationships, group.Length!.Minimum ?? 0, group.Length.Maximum,
            [.. variables.Values], trail));
        return trail;
    }

    /// <summary>The chain of a group, its variables single ones.</summary>
    private (BoundPattern Pattern, Symbol[] Nodes, Symbol[] Relationships) BindInside(
        QuantifiedPathSyntax group, Dictionary<string, (Symbol Inner, Symbol Group)> variables)
    {
        var builder = new PatternBuilder();
        var names = new PatternNames();
        foreach (var element in group.Pattern.Elements)
        {
            if (element is NodePatternSyntax node)
            {
                names.Nodes[node] = node.Variable is { } name ? variables[name.Text].Inner : _slots.CreateHidden("anon", StaticType.Node);
                builder.AddNode(names.Nodes[node]);
            }
            else if (element is RelationshipPatternSyntax relationship)
            {
                var symbol = relationship.Variable is { } variable
                    ? variables[variable.Text].Inner
                    : _slots.CreateHidden("anon", StaticType.Relationship);
                names.Relationships[relationship] = (symbol, false);
            }
        }

        BindSteps(group.Pattern, builder, names);
        if (group.Where is not null)
        {
            builder.Predicates.AddRange(Conjuncts(BindPredicate(group.Where)));
        }

        builder.AddUniqueness();
        return (
            builder.Build(), [.. group.Pattern.Elements.OfType<NodePatternSyntax>().Select(node => names.Nodes[node])],
            [.. group.Pattern.Elements.OfType<RelationshipPatternSyntax>().Select(relationship => names.Relationships[relationship].Symbol)]);
    }

    /// <summary>One relationship of variable length between two nodes: searched from both ends rather than enumerated.</summary>
    private bool TryBindShortestSelector(PathPatternSyntax pattern, PatternBuilder builder, PatternNames names)
    {
        if (pattern.Elements is not [NodePatternSyntax start, RelationshipPatternSyntax { Length: not null } relationship, NodePatternSyntax end])
        {
            return false;
        }

        var (from, to) = (BoundNode(start, builder, names), BoundNode(end, builder, names));
        var bound = BindRelationship(relationship, from, to, builder, names);
        var path = names.Paths.TryGetValue(pattern, out var named) ? named : _slots.CreateHidden("path", StaticType.Path);
        var (mode, count) = ModeOf(pattern);
        builder.ShortestPaths.Add(new ShortestPathPattern(bound, path, mode, count, [], IsSelector: true));
        return true;
    }

    /// <summary>Predicates of a path in parentheses: they decide which paths there are to select from.</summary>
    private void BindPathPredicates(ExpressionSyntax where, PatternBuilder builder)
    {
        foreach (var predicate in Conjuncts(BindPredicate(where)))
        {
            if (builder.ShortestPaths is [.., var shortest] && predicate.Reads().Contains(shortest.Relationship.Symbol))
            {
                builder.ShortestPaths[^1] = shortest with { Predicates = [.. shortest.Predicates, predicate] };
            }
            else
            {
                builder.Predicates.Add(predicate);
            }
        }
    }

    private static (ShortestMode Mode, int Count) ModeOf(PathPatternSyntax pattern) => pattern.Selector switch
    {
        PathSelector.AllShortest => (ShortestMode.All, 1),
        PathSelector.ShortestGroups => (ShortestMode.Groups, pattern.SelectorCount),
        _ => (pattern.SelectorCount == 1 ? ShortestMode.Single : ShortestMode.Count, pattern.SelectorCount),
    };

    /// <summary>The pattern with a selector that has to be matched whole before paths are selected; null where there is none.</summary>
    private PathPatternSyntax? SelectorOf(MatchSyntax match)
    {
        var selected = match.Patterns.FirstOrDefault(static pattern =>
            pattern.Selector is PathSelector.ShortestK or PathSelector.AllShortest or PathSelector.ShortestGroups);
        if (selected is not null && match.Patterns.Length > 1)
        {
            throw _source.Error(
                selected.Span.Start, "Multiple path patterns cannot be used in the same clause in combination with a selective path selector.");
        }

        return selected;
    }

    private static PatternBuilder Selected(PathPatternSyntax pattern, PatternBuilder builder, PatternNames names)
    {
        if (!names.Ends.TryGetValue(pattern, out var ends))
        {
            return builder;
        }

        var outer = new PatternBuilder();
        var (mode, count) = ModeOf(pattern);
        outer.Paths.AddRange(builder.Paths);
        builder.Paths.Clear();
        outer.Selections.Add(new SelectedPattern(builder.Build(), ends.From, ends.To, ends.Relationships, mode, count));
        return outer;
    }
}
