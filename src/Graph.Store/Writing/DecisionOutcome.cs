namespace Graph.Store.Writing;

/// <summary>What became of a decision.</summary>
public abstract record DecisionOutcome
{
    private DecisionOutcome()
    {
    }

    /// <summary>The graph follows it.</summary>
    /// <param name="Entities">The entities that the ids stand for now, ordinally sorted.</param>
    public sealed record Done(IReadOnlyList<string> Entities) : DecisionOutcome;

    /// <summary>It was so already.</summary>
    /// <param name="Entity">The entity.</param>
    public sealed record Unchanged(string Entity) : DecisionOutcome;

    /// <summary>No record has the id.</summary>
    /// <param name="Id">The id.</param>
    public sealed record UnknownId(string Id) : DecisionOutcome;

    /// <summary>A person is no state: only entities of one kind can be one.</summary>
    /// <param name="One">Kind of the first.</param>
    /// <param name="Other">Kind of the second.</param>
    public sealed record DifferentKinds(string One, string Other) : DecisionOutcome;
}
