namespace Graph.OpenCypher.Tests.Differential.Generation;

/// <summary>Type of a generated expression.</summary>
internal enum Kind
{
    Integer,
    Float,
    Text,
    Boolean,
    Node,
    Relationship,
    Path,
    Integers,
    Texts,
    Nodes,
    Relationships,
    Map,
    Date,
    DateTime,
    LocalDateTime,
    Time,
    LocalTime,
    Duration,
    Point,
}

/// <summary>A variable in scope.</summary>
internal sealed record Variable(string Name, Kind Kind);
