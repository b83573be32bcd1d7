using Graph.Embedded.Execution;
using Graph.Embedded.Expressions;
using Graph.Embedded.Parsing.Syntax;

namespace Graph.Embedded.Binding;

internal sealed partial class Binder
{
    private void BindMatch(MatchSyntax match, List<BoundClause> clauses)
    {
        var builder = new PatternBuilder();
        var casts = new List<(Symbol Source, Symbol Entity)>();
        var names = DeclarePatternNames(match.Patterns, builder, casts);
        foreach (var pattern in match.Patterns)
        {
            BindPath(pattern, builder, names);
            if (pattern.Where is not null)
            {
                BindPathPredicates(pattern.Where, builder);
            }
        }

        builder.AddUniqueness();
        if (SelectorOf(match) is { } selected)
        {
            builder = Selected(selected, builder, names);
        }

        if (match.Where is not null)
        {
            builder.Predicates.AddRange(Conjuncts(BindPredicate(match.Where)));
        }

        if (casts.Count > 0)
        {
            clauses.Add(new BoundEntityCast(casts) { Scope = [.. _scope.Locals, .. casts.Select(static cast => cast.Entity)] });
        }

        clauses.Add(new BoundMatch(match.IsOptional, builder.Build()));
    }

    /// <summary>The operands of a conjunction, or the expression alone.</summary>
    private static IEnumerable<Expression> Conjuncts(Expression expression) =>
        expression is JunctionExpression { IsAnd: true } junction ? junction.Children.SelectMany(Conjuncts) : [expression];

    /// <summary>
    /// Variables of a pattern come into scope before its properties and predicates are bound, since these may refer to each
    /// other: <c>(a {x: b.x})-->(b)</c>.
    /// </summary>
    private PatternNames DeclarePatternNames(
        IReadOnlyList<PathPatternSyntax> patterns, PatternBuilder builder, List<(Symbol Source, Symbol Entity)> casts)
    {
        var names = new PatternNames();
        foreach (var pattern in patterns)
        {
            foreach (var element in pattern.Elements)
            {
                switch (element)
                {
                    case NodePatternSyntax node:
                        var symbol = NodeSymbol(node.Variable, casts);
                        names.Nodes[node] = symbol;
                        builder.AddNode(symbol);
                        break;
                    case RelationshipPatternSyntax relationship:
                        names.Relationships[relationship] = RelationshipSymbol(relationship, builder, casts);
                        break;
                    case QuantifiedPathSyntax group:
                        names.Groups[group] = DeclareGroup(group);
                        break;
                }
            }

            if (pattern.Variable is { } path)
            {
                if (names.IsDeclared(path.Text))
                {
                    throw _source.AlreadyDeclared(path.Span, path.Text);
                }

                names.Paths[pattern] = Declare(path, StaticType.Path);
            }
        }

        return names;
    }

    private Symbol NodeSymbol(NameSyntax? name, List<(Symbol Source, Symbol Entity)> casts)
    {
        if (name is null)
        {
            return _slots.CreateHidden("anon", StaticType.Node);
        }

        return Find(name.Text) is { } known ? AsEntity(known, name, TypeSet.Node, casts) : Declare(name, StaticType.Node);
    }

    /// <summary>A variable used as an entity: where its type is not known, a checked copy of it.</summary>
    private Symbol AsEntity(Symbol symbol, NameSyntax name, TypeSet type, List<(Symbol Source, Symbol Entity)> casts)
    {
        if (symbol.Slot.IsId && symbol.Type.Kinds == type)
        {
            return symbol;
        }

        if (!symbol.Type.MayBe(type) || symbol.Slot.IsId)
        {
            throw _source.Conflict(name.Span, symbol, type);
        }

        foreach (var (source, entity) in casts)
        {
            if (ReferenceEquals(source, symbol) && entity.Type.Kinds == type)
            {
                return entity;
            }
        }

        var cast = _slots.CreateHidden(symbol.Name, new StaticType(type));
        casts.Add((symbol, cast));
        return cast;
    }

    private (Symbol Symbol, bool IsBound) RelationshipSymbol(
        RelationshipPatternSyntax relationship, PatternBuilder builder, List<(Symbol Source, Symbol Entity)> casts)
    {
        var isList = relationship.Length is not null;
        var type = isList ? StaticType.ListOf(TypeSet.Relationship) : StaticType.Relationship;
        if (relationship.Variable is not { } name)
        {
            return (_slots.CreateHidden("anon", type), false);
        }

        if (Find(name.Text) is not { } known)
        {
            var symbol = Declare(name, type);
            builder.Fresh.Add(symbol);
            return (symbol, false);
        }

        if (!isList)
        {
            var entity = AsEntity(known, name, TypeSet.Relationship, casts);
            return (entity, !builder.Fresh.Contains(entity));
        }

        var mayBe = known.Type.MayBe(TypeSet.List) && !known.Slot.IsId
            && (known.Type.Items & TypeSet.Relationship) != 0 && !builder.Fresh.Contains(known);
        return mayBe
            ? (known, true)
            : throw _source.Error(
                name.Span.Start, $"Type mismatch: {name.Text} defined with conflicting type {known.Type} (expected List<Relationship>)");
    }

    private void BindPath(PathPatternSyntax pattern, PatternBuilder builder, PatternNames names)
    {
        if (pattern.Selector is PathSelector.ShortestPath or PathSelector.AllShortestPaths)
        {
            BindShortestPath(pattern, builder, names);
            return;
        }

        if (pattern.Selector != PathSelector.None && TryBindShortestSelector(pattern, builder, names))
        {
            return;
        }

        BindSteps(pattern, builder, names);
    }

    /// <summary>Relationships and groups, each with the node before and after it; nodes that were not written are added.</summary>
    private void BindSteps(PathPatternSyntax pattern, PatternBuilder builder, PatternNames names)
    {
        CheckJuxtaposition(pattern);
        Symbol? first = null;
        Symbol? node = null;
        PatternElementSyntax? pending = null;
        var steps = new List<(Symbol Relationship, Symbol Node)>();
        foreach (var element in pattern.Elements)
        {
            var isNode = element is NodePatternSyntax;
            if (isNode || pending is not null || node is null)
            {
                var next = isNode ? BoundNode((NodePatternSyntax)element, builder, names) : AnonymousNode(builder);
                first ??= next;
                if (pending is not null)
                {
                    steps.Add((BindStep(pending, node!, next, builder, names), next));
                }

                node = next;
            }

            pending = isNode ? null : element;
        }

        if (pending is not null)
        {
            var last = AnonymousNode(builder);
            steps.Add((BindStep(pending, node!, last, builder, names), last));
        }

        names.Ends[pattern] = (first!, steps.Count == 0 ? first! : steps[^1].Node, [.. steps.Select(static step => step.Relationship)]);
        if (names.Paths.TryGetValue(pattern, out var path))
        {
            builder.Paths.Add(new BoundColumn(path, new PathExpression(pattern.Span, first!, steps)));
        }
    }

    private Symbol BoundNode(NodePatternSyntax node, PatternBuilder builder, PatternNames names)
    {
        BindNodePredicates(node, names.Nodes[node], builder);
        return names.Nodes[node];
    }

    private Symbol AnonymousNode(PatternBuilder builder)
    {
        var node = _slots.CreateHidden("anon", StaticType.Node);
        builder.AddNode(node);
        return node;
    }

    /// <summary>Binds what leads from one node to the next; returns the variable of its relationships.</summary>
    private Symbol BindStep(PatternElementSyntax step, Symbol from, Symbol to, PatternBuilder builder, PatternNames names)
    {
        if (step is QuantifiedPathSyntax group)
        {
            return BindGroup(group, from, to, builder, names);
        }

        var relationship = BindRelationship((RelationshipPatternSyntax)step, from, to, builder, names);
        builder.Relationships.Add(relationship);
        return relationship.Symbol;
    }

    private void BindNodePredicates(NodePatternSyntax node, Symbol symbol, PatternBuilder builder)
    {
        var target = new SymbolExpression(node.Span, symbol);
        foreach (var test in LabelConjuncts(node.Labels))
        {
            builder.Predicates.Add(new LabelExpression(test.Span, target, BindLabelTest(test, isType: false)));
        }

        builder.Predicates.AddRange(PropertyPredicates(target, node.Properties, "MATCH"));
        if (node.Where is not null)
        {
            builder.Predicates.AddRange(Conjuncts(BindPredicate(node.Where)));
        }
    }

    private static IEnumerable<LabelExpressionSyntax> LabelConjuncts(LabelExpressionSyntax? labels) => labels switch
    {
        null => [],
        LabelAndSyntax all => all.Operands.SelectMany(LabelConjuncts),
        _ => [labels],
    };

    private IEnumerable<Expression> PropertyPredicates(Expression target, ExpressionSyntax? properties, string clause)
    {
        switch (properties)
        {
            case null:
                return [];
            case MapSyntax map:
                return [.. map.Entries.Select(entry => new ComparisonExpression(
                    properties.Span, BinaryOperator.Equal, new PropertyExpression(properties.Span, target, Key(entry.Key)), Bind(entry.Value)))];
            default:
                throw _source.Error(
                    properties.Span.Start,
                    $"Parameter maps cannot be used in `{clause}` patterns (use a literal map instead, e.g. `{{id: $param.id}}`)");
        }
    }

    private PatternRelationship BindRelationship(
        RelationshipPatternSyntax syntax, Symbol from, Symbol to, PatternBuilder builder, PatternNames names)
    {
        var (symbol, isBound) = names.Relationships[syntax];
        if (syntax.Length is not { } length)
        {
            var target = new SymbolExpression(syntax.Span, symbol);
            builder.Predicates.AddRange(RelationshipPredicates(syntax, target, out var types));
            if (isBound && types.Count > 0)
            {
                builder.Predicates.Add(new LabelExpression(
                    syntax.Span, target, new LabelTest.Or([.. types.Select(static type => new LabelTest.Named(type))])));
            }

            return new PatternRelationship(symbol, from, to, syntax.Direction, types, null, isBound);
        }

        CheckLength(length);
        if (!length.IsQuantifier && RelationshipTypes(syntax.Types, out _) is not null)
        {
            throw _source.Error(syntax.Types!.Span.Start, "Variable length relationships must not use relationship type expressions.");
        }

        var hop = _slots.CreateHidden("hop", StaticType.Relationship);
        var predicates = WithHop(syntax, hop, target => RelationshipPredicates(syntax, target, out _).ToArray());
        _ = RelationshipTypes(syntax.Types, out var hopTypes);
        var variable = new VariableLength(length.Minimum ?? 1, length.Maximum, hop, predicates);
        if (!isBound)
        {
            return new PatternRelationship(symbol, from, to, syntax.Direction, hopTypes, variable, false);
        }

        // A list that is known already: what is found must be that list.
        var found = _slots.CreateHidden(symbol.Name, StaticType.ListOf(TypeSet.Relationship));
        builder.Predicates.Add(new ComparisonExpression(
            syntax.Span, BinaryOperator.Equal, new SymbolExpression(syntax.Span, found), new SymbolExpression(syntax.Span, symbol)));
        return new PatternRelationship(found, from, to, syntax.Direction, hopTypes, variable, false);
    }

    /// <summary>Binds predicates on each hop: inside the brackets the variable names the hop, not the list.</summary>
    private Expression[] WithHop(RelationshipPatternSyntax syntax, Symbol hop, Func<Expression, Expression[]> bind)
    {
        var target = new SymbolExpression(syntax.Span, hop);
        if (syntax.Variable is null)
        {
            return bind(target);
        }

        var named = new Symbol(syntax.Variable.Text, hop.Type, hop.Slot);
        return WithLocals([named], () => bind(target));
    }

    private void CheckLength(LengthSyntax length)
    {
        if (length.IsQuantifier && length.Maximum is { } most && (most < length.Minimum || most == 0))
        {
            throw _source.Error(
                length.Span.Start, most == 0
                    ? "A quantifier for a path pattern must not be limited by 0."
                    : "A quantifier for a path pattern must not have a lower bound which exceeds its upper bound.");
        }
    }

    private List<Expression> RelationshipPredicates(RelationshipPatternSyntax syntax, Expression target, out IReadOnlyList<TokenName> types)
    {
        var predicates = new List<Expression>();
        if (RelationshipTypes(syntax.Types, out types) is { } test)
        {
            predicates.Add(new LabelExpression(syntax.Types!.Span, target, test));
        }

        predicates.AddRange(PropertyPredicates(target, syntax.Properties, "MATCH"));
        if (syntax.Where is not null)
        {
            predicates.AddRange(Conjuncts(BindPredicate(syntax.Where)));
        }

        return predicates;
    }

    /// <summary>The types, where they are alternatives; else a test that covers them.</summary>
    private LabelTest? RelationshipTypes(LabelExpressionSyntax? syntax, out IReadOnlyList<TokenName> types)
    {
        types = [];
        switch (syntax)
        {
            case null:
                return null;
            case LabelNameSyntax name:
                types = [new TokenName(name.Name, _tokens.Types)];
                return null;
            case LabelOrSyntax alternatives when alternatives.Operands.All(static operand => operand is LabelNameSyntax):
                types = [.. alternatives.Operands.Select(operand => ((LabelNameSyntax)operand).Name).Distinct(StringComparer.Ordinal)
                    .Select(name => new TokenName(name, _tokens.Types))];
                return null;
            default:
                return BindLabelTest(syntax, isType: true);
        }
    }
}
