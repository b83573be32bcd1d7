using Graph.Embedded.Values;

namespace Graph.Embedded.Bolt.Messages;

/// <summary>A statement's summary in the names that drivers read.</summary>
internal static class SummaryMetadata
{
    /// <summary>Arguments of an operator that are written from its own figures.</summary>
    private static readonly string[] Measured = ["EstimatedRows", "Rows", "DbHits"];

    public static void Add(MapBuilder metadata, ResultSummary summary, NotificationFilter filter)
    {
        metadata.Add("type", Letter(summary.Type));
        if (summary.Counters.ContainsUpdates)
        {
            metadata.Add("stats", Value.Of(Statistics(summary.Counters)));
        }

        if (summary.Plan is { } plan)
        {
            metadata.Add(summary.IsProfile ? "profile" : "plan", Value.Of(DescribeRoot(plan)));
        }

        var notifications = summary.Notifications.Where(filter.Passes).Select(Describe).ToArray();
        if (notifications.Length > 0)
        {
            metadata.Add("notifications", Value.List(notifications));
        }
    }

    private static string Letter(StatementType type) => type switch
    {
        StatementType.Read => "r",
        StatementType.Write => "w",
        StatementType.ReadWrite => "rw",
        _ => "s",
    };

    private static MapValue Statistics(UpdateCounters counters)
    {
        (string Name, long Count)[] all =
        [
            ("nodes-created", counters.NodesCreated), ("nodes-deleted", counters.NodesDeleted),
            ("relationships-created", counters.RelationshipsCreated), ("relationships-deleted", counters.RelationshipsDeleted),
            ("properties-set", counters.PropertiesSet), ("labels-added", counters.LabelsAdded), ("labels-removed", counters.LabelsRemoved),
            ("indexes-added", counters.IndexesAdded), ("indexes-removed", counters.IndexesRemoved),
            ("constraints-added", counters.ConstraintsAdded), ("constraints-removed", counters.ConstraintsRemoved),
        ];
        var statistics = new MapBuilder().Add("contains-updates", Value.True);
        foreach (var (name, count) in all.Where(counter => counter.Count > 0))
        {
            statistics.Add(name, count);
        }

        return statistics.ToMap();
    }

    /// <summary>The plan; what holds for the whole of it stands with its root.</summary>
    private static MapValue DescribeRoot(PlanDescription plan)
    {
        var arguments = new MapBuilder()
            .Add("version", "5")
            .Add("planner", CompatibleServer.Planner).Add("planner-impl", CompatibleServer.Planner).Add("planner-version", CompatibleServer.Version)
            .Add("runtime", CompatibleServer.Runtime).Add("runtime-impl", CompatibleServer.Runtime).Add("runtime-version", CompatibleServer.Version);
        var next = 0L;
        return Describe(plan, arguments, ref next);
    }

    /// <param name="next">Id of the operator, and then of the next: they count from the root on.</param>
    private static MapValue Describe(PlanDescription plan, MapBuilder arguments, ref long next)
    {
        arguments.Add("Id", next++);
        foreach (var (name, text) in plan.Arguments.Where(argument => !Measured.Contains(argument.Key)))
        {
            arguments.Add(name, text);
        }

        arguments.Add("EstimatedRows", Value.Of(plan.EstimatedRows));
        var operation = new MapBuilder().Add("operatorType", $"{plan.Operator}@{CompatibleServer.DatabaseName}");
        if (plan.Rows is { } rows && plan.Hits is { } hits)
        {
            // Browser and cypher-shell read the measured figures among the arguments, drivers beside them.
            arguments.Add("Rows", rows).Add("DbHits", hits);
            operation.Add("rows", rows).Add("dbHits", hits);
        }

        var children = new List<Value>();
        foreach (var child in plan.Children)
        {
            children.Add(Value.Of(Describe(child, new MapBuilder(), ref next)));
        }

        return operation
            .Add("args", Value.Of(arguments.ToMap()))
            .Add("identifiers", Value.List(plan.Identifiers.Select(Value.Of)))
            .Add("children", Value.List(children))
            .ToMap();
    }

    private static Value Describe(Notification notification)
    {
        var description = new MapBuilder()
            .Add("code", notification.Code)
            .Add("title", notification.Title)
            .Add("description", notification.Description)
            .Add("severity", notification.Severity)
            .Add("category", notification.Category);
        if (notification.Offset >= 0)
        {
            var position = new MapBuilder()
                .Add("offset", notification.Offset).Add("line", notification.Line).Add("column", notification.Column);
            description.Add("position", Value.Of(position.ToMap()));
        }

        return Value.Of(description.ToMap());
    }
}
