namespace Graph.Store.Writing;

/// <summary>What a write did.</summary>
public enum UpdateOutcome
{
    /// <summary>The graph holds exactly this already.</summary>
    Unchanged,

    /// <summary>The article is new in the graph.</summary>
    Added,

    /// <summary>The article replaced its earlier self.</summary>
    Replaced,

    /// <summary>The article's contribution was taken out.</summary>
    Withdrawn,

    /// <summary>There is no such article.</summary>
    Unknown,
}
