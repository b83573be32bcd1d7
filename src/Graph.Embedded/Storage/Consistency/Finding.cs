namespace Graph.Embedded.Storage.Consistency;

/// <summary>What a consistency check may find wrong. The codes are stable.</summary>
public enum FindingCode
{
    /// <summary>A relationship has an end that is not there.</summary>
    MissingEnd,

    /// <summary>A relationship is missing from the adjacency of one of its ends.</summary>
    MissingAdjacency,

    /// <summary>The adjacency of a node has a relationship that is not there, or is another's.</summary>
    StrayAdjacency,

    /// <summary>The relationships of a node do not stand in order.</summary>
    UnorderedAdjacency,

    /// <summary>A scan by label or type differs from the entities.</summary>
    WrongScan,

    /// <summary>A count differs from what is counted.</summary>
    WrongCount,

    /// <summary>A label, type or property key has no name.</summary>
    UnknownToken,

    /// <summary>A property's bytes are no value.</summary>
    UnreadableProperty,

    /// <summary>An index lacks an entry that belongs in it.</summary>
    MissingIndexEntry,

    /// <summary>An index has an entry that does not belong in it.</summary>
    StrayIndexEntry,

    /// <summary>An entity breaks a constraint.</summary>
    BrokenConstraint,
}

/// <summary>Something a consistency check found wrong.</summary>
/// <param name="Code">What kind of fault it is.</param>
/// <param name="Message">What is wrong and where, for people.</param>
public sealed record Finding(FindingCode Code, string Message);
