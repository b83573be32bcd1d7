namespace Graph.Store.Resolution;

/// <summary>A person's word on two ids; it stands above the rules.</summary>
/// <param name="First">The ordinally smaller id.</param>
/// <param name="Second">The ordinally larger id.</param>
/// <param name="Kind">What was decided.</param>
public sealed record Decision(string First, string Second, DecisionKind Kind)
{
    /// <summary>Unique id: a pair has one decision.</summary>
    public string Id => $"decision:{First}|{Second}";

    /// <summary>A decision on two ids in any order.</summary>
    public static Decision On(string one, string other, DecisionKind kind) =>
        string.CompareOrdinal(one, other) <= 0 ? new Decision(one, other, kind) : new Decision(other, one, kind);
}

/// <summary>What can be decided about two ids.</summary>
public enum DecisionKind
{
    /// <summary>They are one entity.</summary>
    Together,

    /// <summary>They are two.</summary>
    Apart,
}
