namespace Graph.Embedded.Storage.Indexes;

/// <summary>A part of an index tree. Published ones never change; a writer changes those it owns.</summary>
internal abstract class TreeNode(long owner)
{
    public long Owner { get; } = owner;

    /// <summary>Negative, zero or positive as the first pair of key and id sorts before, with or after the second.</summary>
    public static int Compare(ReadOnlySpan<byte> leftKey, int leftId, ReadOnlySpan<byte> rightKey, int rightId)
    {
        var byKey = leftKey.SequenceCompareTo(rightKey);
        return byKey != 0 ? byKey : leftId.CompareTo(rightId);
    }
}
