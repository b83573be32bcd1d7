using Graph.Embedded.Values;

namespace Graph.Embedded.Bolt.Messages;

/// <summary>Which notifications a client wants; what a transaction leaves open, its connection decides.</summary>
internal sealed record NotificationFilter
{
    private static readonly string[] Severities = ["INFORMATION", "WARNING", "OFF"];

    /// <summary>Lets every notification pass.</summary>
    public static NotificationFilter All { get; } = new();

    private int MinimumSeverity { get; init; }

    private HashSet<string> DisabledCategories { get; init; } = [];

    /// <summary>The filter with what the extra map of a message says (Bolt 5.2).</summary>
    /// <exception cref="CypherException">It says something unknown.</exception>
    public NotificationFilter With(MapValue extra)
    {
        var filter = this;
        if (extra.Find("notifications_minimum_severity") is { IsNull: false } severity)
        {
            var level = severity.Kind == ValueKind.String ? Array.IndexOf(Severities, severity.AsString.ToUpperInvariant()) : -1;
            filter = level >= 0
                ? filter with { MinimumSeverity = level }
                : throw Invalid($"notifications_minimum_severity is {severity}: it must be one of {string.Join(", ", Severities)}.");
        }

        if (extra.Find("notifications_disabled_categories") is { IsNull: false } categories)
        {
            filter = categories.Kind == ValueKind.List && categories.AsList.All(category => category.Kind == ValueKind.String)
                ? filter with { DisabledCategories = categories.AsList.Select(category => category.AsString.ToUpperInvariant()).ToHashSet() }
                : throw Invalid($"notifications_disabled_categories is {categories}: it must be a list of strings.");
        }

        return filter;
    }

    public bool Passes(Notification notification) =>
        Array.IndexOf(Severities, notification.Severity.ToUpperInvariant()) >= MinimumSeverity
        && !DisabledCategories.Contains(notification.Category.ToUpperInvariant());

    private static CypherException Invalid(string message) => new(FailureCodes.InvalidRequest, message);
}
