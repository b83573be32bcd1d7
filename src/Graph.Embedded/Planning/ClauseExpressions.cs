using Graph.Embedded.Binding;
using Graph.Embedded.Expressions;

namespace Graph.Embedded.Planning;

/// <summary>Every expression that stands in a clause itself, not in clauses inside it.</summary>
internal static class ClauseExpressions
{
    public static IEnumerable<Expression> Of(BoundClause clause) => clause switch
    {
        BoundMatch match => Of(match.Pattern),
        BoundUnwind unwind => [unwind.List],
        BoundProjection projection => Of(projection),
        BoundProcedureCall call => [.. call.Arguments, .. Optional(call.Where)],
        BoundSubqueryCall call => Optional(call.Batches?.Size),
        BoundCreate create => Of(create),
        BoundMerge merge => [.. Of(merge.Pattern), .. Of(merge.Creation), .. merge.OnCreate.Concat(merge.OnMatch).SelectMany(Of)],
        BoundSet set => set.Actions.SelectMany(Of),
        BoundDelete delete => delete.Targets,
        BoundForeach loop => [loop.List],
        _ => [],
    };

    private static IEnumerable<Expression> Optional(Expression? expression) => expression is null ? [] : [expression];

    private static IEnumerable<Expression> Of(BoundPattern pattern) =>
    [
        .. pattern.Predicates, .. pattern.Paths.Select(static path => path.Expression),
        .. pattern.Relationships.SelectMany(static relationship => relationship.Length?.HopPredicates ?? []),
        .. pattern.ShortestPaths.SelectMany(static path => path.Relationship.Length!.HopPredicates.Concat(path.Predicates)),
        .. pattern.Repetitions.SelectMany(static repetition => Of(repetition.Pattern)),
        .. pattern.Selections.SelectMany(static selection => Of(selection.Pattern)),
    ];

    private static IEnumerable<Expression> Of(BoundProjection projection) =>
    [
        .. projection.Grouping?.Keys.Select(static key => key.Expression) ?? [],
        .. projection.Grouping?.Aggregates.Select(static aggregate => (Expression)aggregate.Call) ?? [],
        .. projection.Columns.Select(static column => column.Expression), .. projection.OrderBy.Select(static key => key.Expression),
        .. Optional(projection.Skip), .. Optional(projection.Limit), .. Optional(projection.Where),
    ];

    private static IEnumerable<Expression> Of(BoundCreate create) =>
    [
        .. create.Nodes.SelectMany(static node => node.Labels.SelectMany(static label => Optional(label.Expression)).Concat(Optional(node.Properties))),
        .. create.Relationships.SelectMany(static relationship => Optional(relationship.Type.Expression).Concat(Optional(relationship.Properties))),
    ];

    private static IEnumerable<Expression> Of(SetAction action) => action switch
    {
        SetPropertyAction set => [set.Target, set.Value],
        SetDynamicPropertyAction set => [set.Target, set.Key, set.Value],
        SetPropertiesAction set => [set.Target, set.Value],
        SetLabelsAction set => [set.Target, .. set.Labels.SelectMany(static label => Optional(label.Expression))],
        _ => [],
    };
}
