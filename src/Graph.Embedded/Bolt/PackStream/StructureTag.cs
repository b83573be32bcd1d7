namespace Graph.Embedded.Bolt.PackStream;

/// <summary>What a structure stands for where a value is expected.</summary>
internal static class StructureTag
{
    public const byte Node = (byte)'N';
    public const byte Relationship = (byte)'R';
    public const byte UnboundRelationship = (byte)'r';
    public const byte Path = (byte)'P';
    public const byte Date = (byte)'D';
    public const byte Time = (byte)'T';
    public const byte LocalTime = (byte)'t';
    public const byte LocalDateTime = (byte)'d';
    public const byte Duration = (byte)'E';
    public const byte Point2D = (byte)'X';
    public const byte Point3D = (byte)'Y';

    /// <summary>Seconds in UTC, offset; Bolt 5, or 4.4 with the patch <c>utc</c>.</summary>
    public const byte DateTime = (byte)'I';

    /// <summary>Seconds in UTC, zone name; Bolt 5, or 4.4 with the patch <c>utc</c>.</summary>
    public const byte DateTimeZoneId = (byte)'i';

    /// <summary>Seconds on the local clock, offset; Bolt 4.4 without the patch.</summary>
    public const byte LegacyDateTime = (byte)'F';

    /// <summary>Seconds on the local clock, zone name; Bolt 4.4 without the patch.</summary>
    public const byte LegacyDateTimeZoneId = (byte)'f';
}
