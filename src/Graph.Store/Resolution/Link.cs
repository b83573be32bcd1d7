namespace Graph.Store.Resolution;

/// <summary>Two units that a rule takes for one entity.</summary>
/// <param name="One">Either of them.</param>
/// <param name="Other">The other.</param>
/// <param name="Rule">Stable name of the rule.</param>
/// <param name="Reason">Why, in words.</param>
internal sealed record Link(Unit One, Unit Other, string Rule, string Reason);
