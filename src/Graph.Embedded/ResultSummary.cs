namespace Graph.Embedded;

/// <summary>What kind of statement ran; the letter is Bolt's.</summary>
public enum StatementType
{
    /// <summary>r</summary>
    Read,

    /// <summary>rw</summary>
    ReadWrite,

    /// <summary>w</summary>
    Write,

    /// <summary>s</summary>
    Schema,

    /// <summary>s: it asks about the server, and changes nothing in the graph.</summary>
    System,
}

/// <summary>How much a statement changed.</summary>
public sealed record UpdateCounters
{
    public long NodesCreated { get; init; }

    public long NodesDeleted { get; init; }

    public long RelationshipsCreated { get; init; }

    public long RelationshipsDeleted { get; init; }

    public long PropertiesSet { get; init; }

    public long LabelsAdded { get; init; }

    public long LabelsRemoved { get; init; }

    public long IndexesAdded { get; init; }

    public long IndexesRemoved { get; init; }

    public long ConstraintsAdded { get; init; }

    public long ConstraintsRemoved { get; init; }

    public bool ContainsUpdates => this != new UpdateCounters();
}

/// <summary>An operator of an executed or explained plan.</summary>
/// <param name="Operator">Name as Neo4j gives it where there is one (<c>NodeIndexSeek</c>).</param>
/// <param name="Arguments">Details for people, such as <c>Details</c>.</param>
/// <param name="EstimatedRows">The planner's estimate.</param>
/// <param name="Rows">Rows it gave; null unless profiled.</param>
/// <param name="Hits">Storage accesses; null unless profiled.</param>
/// <param name="Identifiers">Variables in scope after it.</param>
/// <param name="Children">Its inputs.</param>
public sealed record PlanDescription(
    string Operator, IReadOnlyDictionary<string, string> Arguments, double EstimatedRows, long? Rows, long? Hits,
    IReadOnlyList<string> Identifiers, IReadOnlyList<PlanDescription> Children);

/// <summary>A remark about a statement that ran.</summary>
public sealed record Notification(
    string Code, string Title, string Description, string Severity, string Category, int Offset, int Line, int Column);

/// <summary>How a statement went.</summary>
/// <param name="Type">What kind of statement it was.</param>
/// <param name="Counters">What it changed.</param>
/// <param name="Plan">The plan, for EXPLAIN and PROFILE.</param>
/// <param name="IsProfile">Whether the plan carries what was measured.</param>
/// <param name="Notifications">Remarks; often none.</param>
public sealed record ResultSummary(
    StatementType Type, UpdateCounters Counters, PlanDescription? Plan, bool IsProfile,
    IReadOnlyList<Notification> Notifications);
