namespace Graph.Store.Resolution;

/// <summary>What a record was resolved to.</summary>
/// <param name="Entity">Id of the entity.</param>
/// <param name="Rule">Rule that merged it; null where the article's own id is the entity's.</param>
/// <param name="Reason">Why, in words; null with the rule.</param>
public sealed record Assignment(string Entity, string? Rule, string? Reason);
