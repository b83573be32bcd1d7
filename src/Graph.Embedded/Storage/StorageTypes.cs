using Graph.Embedded.Values;

namespace Graph.Embedded.Storage;

/// <summary>Which way a relationship is followed from a node.</summary>
public enum Direction : byte
{
    Outgoing,
    Incoming,
    Both,
}

/// <summary>A relationship's fixed part.</summary>
public readonly record struct RelationshipRecord(long Id, int Type, long Start, long End)
{
    /// <summary>The end that is not <paramref name="node"/>; the node itself for a self-loop.</summary>
    public long Other(long node) => Start == node ? End : Start;
}

/// <summary>A run of ids; call <see cref="MoveNext"/> before the first <see cref="Current"/>.</summary>
public abstract class IdCursor
{
    public long Current { get; protected set; }

    public abstract bool MoveNext();
}

/// <summary>Range bounds of an index seek; a null-kind bound is open.</summary>
public readonly record struct IndexRange(Value Lower, bool LowerInclusive, Value Upper, bool UpperInclusive);
