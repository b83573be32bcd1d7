namespace Graph.Embedded.Storage.Records;

/// <summary>How a property value is laid out. The numbers stand in files: never change or reuse one.</summary>
internal enum StoredKind : byte
{
    /// <summary>One byte, 0 or 1.</summary>
    Boolean = 1,

    /// <summary>Two's complement in the fewest of 1, 2, 4 or 8 bytes.</summary>
    Integer = 2,

    Float = 3,

    /// <summary>UTF-8.</summary>
    Text = 4,

    /// <summary>UTF-16, for the strings that UTF-8 cannot hold: those with a lone surrogate.</summary>
    WideText = 5,

    /// <summary>A count, then of each item its kind, length and bytes.</summary>
    List = 6,

    /// <summary>Days since 1970-01-01, as an integer.</summary>
    Date = 7,

    LocalTime = 8,
    Time = 9,
    LocalDateTime = 10,

    /// <summary>Seconds, nanoseconds, offset.</summary>
    OffsetDateTime = 11,

    /// <summary>Seconds, nanoseconds, name of the zone.</summary>
    ZonedDateTime = 12,

    Duration = 13,

    /// <summary>System, x, y, and z in three dimensions.</summary>
    Point = 14,

    Bytes = 15,
}
