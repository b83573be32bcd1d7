using Graph.Embedded.Execution;
using Graph.Embedded.Expressions;
using Graph.Embedded.Parsing.Syntax;

namespace Graph.Embedded.Binding;

internal sealed partial class Binder
{
    private void BindUpdate(ClauseSyntax clause, List<BoundClause> clauses)
    {
        switch (clause)
        {
            case CreateSyntax create:
                clauses.Add(BindCreate(create));
                break;
            case MergeSyntax merge:
                BindMerge(merge, clauses);
                break;
            case SetSyntax set:
                clauses.Add(new BoundSet([.. set.Items.Select(item => BindSetItem(item, removes: false))]));
                break;
            case RemoveSyntax remove:
                clauses.Add(new BoundSet([.. remove.Items.Select(item => BindSetItem(item, removes: true))]));
                break;
            case DeleteSyntax delete:
                clauses.Add(BindDelete(delete));
                break;
            case ForeachSyntax loop:
                clauses.Add(BindForeach(loop));
                break;
            default:
                throw _source.Error(clause.Span.Start, $"{KeywordOf(clause)} is not supported");
        }
    }

    private BoundCreate BindCreate(CreateSyntax create)
    {
        var builder = new CreationBuilder("CREATE");
        foreach (var pattern in create.Patterns)
        {
            DeclareCreated(pattern, builder);
        }

        // Properties see what stands to the left of them, as Neo4j has it: CREATE (a {x: 1}), (b {x: a.x}).
        foreach (var pattern in create.Patterns)
        {
            BindCreated(pattern, builder);
        }

        return builder.Build();
    }

    private void DeclareCreated(PathPatternSyntax pattern, CreationBuilder builder)
    {
        if (pattern.Selector != PathSelector.None || pattern.Elements.Any(static element => element is QuantifiedPathSyntax))
        {
            throw _source.Error(pattern.Span.Start, $"Only plain paths can be used in {builder.Clause}");
        }

        foreach (var node in pattern.Elements.OfType<NodePatternSyntax>())
        {
            builder.Nodes[node] = CreatedNode(node, pattern.Elements.Length == 1, builder);
        }

        foreach (var relationship in pattern.Elements.OfType<RelationshipPatternSyntax>())
        {
            CheckCreatable(relationship, builder.Clause);
            var symbol = relationship.Variable is { } name
                ? Declare(name, StaticType.Relationship)
                : _slots.CreateHidden("anon", StaticType.Relationship);
            builder.Relationships[relationship] = symbol;
        }

        if (pattern.Variable is { } path)
        {
            builder.Paths[pattern] = Declare(path, StaticType.Path);
        }
    }

    private Symbol CreatedNode(NodePatternSyntax node, bool isAlone, CreationBuilder builder)
    {
        if (node.Where is not null)
        {
            throw _source.Error(node.Where.Span.Start, $"Node pattern predicates are not allowed in {builder.Clause}, but only in a MATCH clause or inside a pattern comprehension");
        }

        if (node.Variable is not { } name)
        {
            return builder.Create(_slots.CreateHidden("anon", StaticType.Node), node);
        }

        if (Find(name.Text) is not { } known)
        {
            return builder.Create(Declare(name, StaticType.Node), node);
        }

        if (isAlone)
        {
            throw _source.AlreadyDeclared(name.Span, name.Text);
        }

        if (node.Labels is not null || node.Properties is not null)
        {
            throw _source.Error(
                name.Span.Start,
                $"Can't create node `{name.Text}` with labels or properties here. The variable is already declared in this context");
        }

        return builder.Clause == "MERGE" ? AsEntity(known, name, TypeSet.Node, builder.Casts)
            : known.Type.MayBe(TypeSet.Node) ? known : throw _source.Conflict(name.Span, known, TypeSet.Node);
    }

    private void CheckCreatable(RelationshipPatternSyntax relationship, string clause)
    {
        var at = relationship.Span.Start;
        if (relationship.Length is not null)
        {
            throw _source.Error(at, $"Variable length relationships cannot be used in {clause}");
        }

        if (relationship.Where is not null)
        {
            throw _source.Error(relationship.Where.Span.Start, $"Relationship pattern predicates are not allowed in {clause}, but only in a MATCH clause or inside a pattern comprehension");
        }

        if (relationship.Types is null)
        {
            throw _source.Error(
                at, $"Exactly one relationship type must be specified for {clause}. Did you forget to prefix your relationship type with a ':'?");
        }

        if (relationship.Types is not (LabelNameSyntax or DynamicLabelSyntax))
        {
            throw _source.Error(at, $"A single relationship type must be specified for {clause}");
        }

        if (relationship.Direction == Storage.Direction.Both && clause == "CREATE")
        {
            throw _source.Error(at, $"Only directed relationships are supported in {clause}");
        }
    }

    private void BindCreated(PathPatternSyntax pattern, CreationBuilder builder)
    {
        foreach (var element in pattern.Elements)
        {
            if (element is NodePatternSyntax node && builder.IsCreated(node))
            {
                builder.NodeCreations.Add(new NodeCreation(
                    builder.Nodes[node], BindWrittenLabels(node.Labels, builder.Clause), BindWrittenProperties(node.Properties, builder.Clause)));
            }
        }

        var steps = new List<(Symbol Relationship, Symbol Node)>();
        for (var i = 1; i < pattern.Elements.Length; i += 2)
        {
            var syntax = (RelationshipPatternSyntax)pattern.Elements[i];
            var left = builder.Nodes[(NodePatternSyntax)pattern.Elements[i - 1]];
            var right = builder.Nodes[(NodePatternSyntax)pattern.Elements[i + 1]];
            var (start, end) = syntax.Direction == Storage.Direction.Incoming ? (right, left) : (left, right);
            builder.RelationshipCreations.Add(new RelationshipCreation(
                builder.Relationships[syntax], start, end, BindWrittenType(syntax.Types!), BindWrittenProperties(syntax.Properties, builder.Clause)));
            steps.Add((builder.Relationships[syntax], right));
        }

        if (builder.Paths.TryGetValue(pattern, out var path))
        {
            builder.PathColumns.Add(new BoundColumn(
                path, new PathExpression(pattern.Span, builder.Nodes[(NodePatternSyntax)pattern.Elements[0]], steps)));
        }
    }

    private Expression? BindWrittenProperties(ExpressionSyntax? properties, string clause)
    {
        if (properties is ParameterSyntax && clause == "MERGE")
        {
            throw _source.Error(
                properties.Span.Start,
                "Parameter maps cannot be used in `MERGE` patterns (use a literal map instead, e.g. `{id: $param.id}`)");
        }

        return properties is null ? null : Require(Bind(properties), TypeSet.Map);
    }

    private TokenSource BindWrittenType(LabelExpressionSyntax type) => type is DynamicLabelSyntax dynamic
        ? new TokenSource(null, Bind(dynamic.Expression))
        : new TokenSource(new TokenName(((LabelNameSyntax)type).Name, _tokens.Types), null);

    private List<TokenSource> BindWrittenLabels(LabelExpressionSyntax? labels, string clause)
    {
        var sources = new List<TokenSource>();
        foreach (var label in LabelConjuncts(labels))
        {
            sources.Add(label switch
            {
                LabelNameSyntax name => new TokenSource(new TokenName(name.Name, _tokens.Labels), null),
                DynamicLabelSyntax { IsAny: false } dynamic => new TokenSource(null, Bind(dynamic.Expression)),
                _ => throw _source.Error(label.Span.Start, $"Label expressions in patterns are not allowed in {clause}, but only in a MATCH clause"),
            });
        }

        return sources;
    }

    private void BindMerge(MergeSyntax merge, List<BoundClause> clauses)
    {
        var existing = _scope.Copy();
        var creation = new CreationBuilder("MERGE");
        DeclareCreated(merge.Pattern, creation);
        var builder = new PatternBuilder();
        var declared = _scope;
        // The properties of what is merged cannot refer to what is merged.
        _scope = existing;
        BindCreated(merge.Pattern, creation);
        AddMergePattern(merge.Pattern, creation, builder);
        builder.AddUniqueness();
        _scope = declared;
        var onCreate = merge.OnCreate.Select(item => BindSetItem(item, removes: false)).ToArray();
        var onMatch = merge.OnMatch.Select(item => BindSetItem(item, removes: false)).ToArray();
        var create = creation.Build();
        var pattern = builder.Build() with { Paths = create.Paths };
        if (creation.Casts.Count > 0)
        {
            clauses.Add(new BoundEntityCast(creation.Casts) { Scope = [.. _scope.Locals, .. creation.Casts.Select(static cast => cast.Entity)] });
        }

        clauses.Add(new BoundMerge(pattern, create, onCreate, onMatch));
    }

    private void AddMergePattern(PathPatternSyntax pattern, CreationBuilder creation, PatternBuilder builder)
    {
        foreach (var node in pattern.Elements.OfType<NodePatternSyntax>())
        {
            var symbol = creation.Nodes[node];
            builder.AddNode(symbol);
            if (creation.IsCreated(node))
            {
                BindMergedNode(node, symbol, builder);
            }
        }

        for (var i = 1; i < pattern.Elements.Length; i += 2)
        {
            var syntax = (RelationshipPatternSyntax)pattern.Elements[i];
            var left = creation.Nodes[(NodePatternSyntax)pattern.Elements[i - 1]];
            var right = creation.Nodes[(NodePatternSyntax)pattern.Elements[i + 1]];
            var symbol = creation.Relationships[syntax];
            builder.Predicates.AddRange(RelationshipPredicates(syntax, new SymbolExpression(syntax.Span, symbol), out var types));
            builder.Relationships.Add(new PatternRelationship(symbol, left, right, syntax.Direction, types, null, false));
        }
    }

    private void BindMergedNode(NodePatternSyntax node, Symbol symbol, PatternBuilder builder)
    {
        var target = new SymbolExpression(node.Span, symbol);
        foreach (var test in LabelConjuncts(node.Labels))
        {
            builder.Predicates.Add(new LabelExpression(test.Span, target, BindLabelTest(test, isType: false)));
        }

        builder.Predicates.AddRange(PropertyPredicates(target, node.Properties, "MERGE"));
    }

    private SetAction BindSetItem(SetItemSyntax item, bool removes)
    {
        const TypeSet Entity = TypeSet.Node | TypeSet.Relationship;
        switch (item)
        {
            case SetPropertySyntax property:
                return new SetPropertyAction(
                    Require(Bind(property.Target), Entity), Key(property.Key), Bind(property.Value));
            case SetDynamicPropertySyntax { Key: LiteralSyntax { Value.IsNull: true } missing }:
                throw _source.Error(
                    missing.Span.Start, "Null is not a valid token name. Token names cannot be empty or contain any null-bytes.");
            case SetDynamicPropertySyntax dynamic:
                return new SetDynamicPropertyAction(Require(Bind(dynamic.Target), Entity), Bind(dynamic.Key), Bind(dynamic.Value));
            case SetPropertiesSyntax map:
                return new SetPropertiesAction(
                    Require(Bind(map.Target), Entity), Require(Bind(map.Value), Entity | TypeSet.Map), map.IsMerge);
            case SetLabelsSyntax labels:
                return new SetLabelsAction(
                    Require(Bind(labels.Target), TypeSet.Node),
                    [.. labels.Labels.SelectMany(label => BindWrittenLabels(label, removes ? "REMOVE" : "SET"))], removes);
            default:
                throw _source.Error(item.Span.Start, "This item is not supported");
        }
    }

    private BoundDelete BindDelete(DeleteSyntax delete)
    {
        var targets = new List<Expression>();
        foreach (var target in delete.Targets)
        {
            if (target is LabelPredicateSyntax)
            {
                throw _source.Error(target.Span.Start, "DELETE doesn't support removing labels from a node. Try REMOVE.");
            }

            targets.Add(Require(Bind(target), TypeSet.Node | TypeSet.Relationship | TypeSet.Path));
        }

        return new BoundDelete(targets, delete.IsDetach);
    }

    private BoundForeach BindForeach(ForeachSyntax loop)
    {
        var list = Bind(loop.List);
        var saved = _scope;
        _scope = saved.Copy();
        var local = Local(loop.Variable, list);
        _scope.Declare(local);
        var updates = new List<BoundClause>();
        foreach (var clause in loop.Updates)
        {
            BindUpdate(clause, updates);
            updates[^1] = updates[^1] with { Scope = [.. _scope.Locals] };
        }

        _scope = saved;
        return new BoundForeach(local, list, updates);
    }
}
