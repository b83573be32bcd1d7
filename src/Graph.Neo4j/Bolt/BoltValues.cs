using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using Graph.Store.Port;
using Neo4j.Driver;

namespace Graph.Neo4j.Bolt;

/// <summary>Values of the driver and of the port.</summary>
internal static class BoltValues
{
    /// <summary>A parameter as the driver takes it.</summary>
    /// <exception cref="ArgumentException">The value is of no type that a parameter may have.</exception>
    public static object? ToDriver(object? value) => value switch
    {
        null or bool or long or int or double or string => value,
        DateOnly date => new LocalDate(date.Year, date.Month, date.Day),
        IReadOnlyDictionary<string, object?> map => map.ToDictionary(entry => entry.Key, entry => ToDriver(entry.Value), StringComparer.Ordinal),
        IEnumerable<object?> list => list.Select(ToDriver).ToList(),
        _ => throw new ArgumentException($"A value of {value.GetType()} cannot be a parameter.", nameof(value)),
    };

    /// <summary>A value of a result as the port has it.</summary>
    public static object? FromDriver(object? value) => value switch
    {
        null or bool or long or double or string => value,
        INode node => Node(node),
        IRelationship relationship => Relationship(relationship),
        IPath path => new PathValue([.. path.Nodes.Select(Node)], [.. path.Relationships.Select(Relationship)]),
        Point point => PointText(point),
        byte[] bytes => Convert.ToBase64String(bytes),
        IReadOnlyDictionary<string, object?> map => Properties(map),
        IEnumerable list => list.Cast<object?>().Select(FromDriver).ToImmutableArray(),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static NodeValue Node(INode node) => new(node.ElementId, [.. node.Labels], Properties(node.Properties!));

    private static RelationshipValue Relationship(IRelationship relationship) => new(
        relationship.ElementId, relationship.Type, relationship.StartNodeElementId, relationship.EndNodeElementId, Properties(relationship.Properties!));

    private static ImmutableSortedDictionary<string, object?> Properties(IReadOnlyDictionary<string, object?> map) =>
        map.ToImmutableSortedDictionary(entry => entry.Key, entry => FromDriver(entry.Value), StringComparer.Ordinal);

    /// <summary>Well-known text with its reference system, as the Query API writes points.</summary>
    private static string PointText(Point point) => double.IsNaN(point.Z)
        ? string.Create(CultureInfo.InvariantCulture, $"SRID={point.SrId};POINT ({point.X:R} {point.Y:R})")
        : string.Create(CultureInfo.InvariantCulture, $"SRID={point.SrId};POINT Z ({point.X:R} {point.Y:R} {point.Z:R})");
}
