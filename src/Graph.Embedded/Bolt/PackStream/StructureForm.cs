namespace Graph.Embedded.Bolt.PackStream;

/// <summary>How structures look on one connection; agreed by version and patch.</summary>
/// <param name="HasElementIds">Nodes and relationships carry element ids (Bolt 5).</param>
/// <param name="HasUtcDateTimes">Date-times carry seconds in UTC rather than on the local clock (Bolt 5, and 4.4 with the patch <c>utc</c>).</param>
internal sealed record StructureForm(bool HasElementIds, bool HasUtcDateTimes)
{
    public static StructureForm Modern { get; } = new(true, true);

    public static StructureForm Legacy { get; } = new(false, false);

    public static StructureForm LegacyWithUtc { get; } = new(false, true);
}
