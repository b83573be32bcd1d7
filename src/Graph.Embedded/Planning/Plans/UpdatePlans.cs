using Graph.Embedded.Binding;
using Graph.Embedded.Expressions;

namespace Graph.Embedded.Planning;

internal sealed record CreatePlan(Plan Input, double Rows, BoundCreate Create) : Plan(Input, Rows)
{
    public override IEnumerable<Expression> Expressions => ClauseExpressions.Of(Create);

    public override IEnumerable<Symbol> AlsoReads =>
        Create.Relationships.SelectMany(static relationship => new[] { relationship.Start, relationship.End });

    public override string Name => "Create";

    public override string Details => CreationText.Of(Create);

    public override IReadOnlyList<Symbol> Introduces =>
    [
        .. Create.Nodes.Select(static node => node.Symbol), .. Create.Relationships.Select(static relationship => relationship.Symbol),
        .. Create.Paths.Select(static path => path.Symbol),
    ];
}

/// <param name="Match">Finds what is there, for one row.</param>
internal sealed record MergePlan(Plan Input, double Rows, Plan Match, BoundMerge Merge) : Plan(Input, Rows)
{
    public override IEnumerable<Expression> Expressions => ClauseExpressions.Of(Merge);

    public override IEnumerable<Symbol> AlsoReads => [.. Introduces, .. Merge.Creation.Relationships.SelectMany(static relationship => new[] { relationship.Start, relationship.End })];

    public override string Name => "Merge";

    public override string Details => CreationText.Of(Merge.Creation);

    public override IReadOnlyList<Plan> Others => [Match];

    public override IReadOnlyList<Symbol> Introduces => new CreatePlan(Input!, Rows, Merge.Creation).Introduces;
}

internal sealed record SetPlan(Plan Input, double Rows, IReadOnlyList<SetAction> Actions) : Plan(Input, Rows)
{
    public override IEnumerable<Expression> Expressions => ClauseExpressions.Of(new BoundSet(Actions));

    public override string Name => Actions switch
    {
        [SetPropertyAction] => "SetProperty",
        [SetPropertiesAction] => "SetPropertiesFromMap",
        [SetLabelsAction { Removes: true }] => "RemoveLabels",
        [SetLabelsAction] => "SetLabels",
        _ => "SetProperties",
    };

    public override string Details => string.Join(", ", Actions.Select(static action => action switch
    {
        SetPropertyAction set => $"{set.Target}.{Names.Quote(set.Key.Name)} = {set.Value}",
        SetDynamicPropertyAction set => $"{set.Target}[{set.Key}] = {set.Value}",
        SetPropertiesAction set => $"{set.Target} {(set.KeepsOthers ? "+=" : "=")} {set.Value}",
        SetLabelsAction set => $"{set.Target}{CreationText.Labels(set.Labels)}",
        _ => "",
    }));
}

internal sealed record DeletePlan(Plan Input, double Rows, BoundDelete Delete) : Plan(Input, Rows)
{
    public override IEnumerable<Expression> Expressions => Delete.Targets;

    public override string Name => Delete.IsDetach ? "DetachDelete" : "Delete";

    public override string Details => string.Join(", ", Delete.Targets);
}

/// <param name="Inner">The updates, for one item.</param>
internal sealed record ForeachPlan(Plan Input, double Rows, BoundForeach Foreach, Plan Inner) : Plan(Input, Rows)
{
    public override IEnumerable<Expression> Expressions => [Foreach.List];

    public override string Name => "Foreach";

    public override string Details => $"{Foreach.Variable} IN {Foreach.List}";

    public override IReadOnlyList<Plan> Others => [Inner];
}

internal static class CreationText
{
    public static string Of(BoundCreate create) => string.Join(", ",
    [
        .. create.Nodes.Select(static node => $"({(node.Symbol.IsHidden ? "" : node.Symbol.Name)}{Labels(node.Labels)})"),
        .. create.Relationships.Select(static relationship =>
            $"({relationship.Start})-[{(relationship.Symbol.IsHidden ? "" : relationship.Symbol.Name)}{Labels([relationship.Type])}]->({relationship.End})"),
    ]);

    public static string Labels(IReadOnlyList<TokenSource> labels) =>
        string.Concat(labels.Select(static label => label.Name is { } name ? $":{Names.Quote(name.Name)}" : $":$({label.Expression})"));
}
