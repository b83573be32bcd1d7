using System.Collections.Immutable;
using System.Globalization;
using Graph.Embedded;
using Graph.Embedded.Values;
using Graph.Store.Port;

namespace Graph.Worker.Databases;

/// <summary>Values of the engine and of the port.</summary>
internal static class EmbeddedValues
{
    /// <summary>A parameter as the engine takes it.</summary>
    /// <exception cref="ArgumentException">The value is of no type that a parameter may have.</exception>
    public static Value ToEngine(object? value) => value switch
    {
        null => Value.Null,
        bool flag => Value.Of(flag),
        long number => Value.Of(number),
        int number => Value.Of((long)number),
        double number => Value.Of(number),
        string text => Value.Of(text),
        DateOnly date => Value.Date(date.DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber),
        IReadOnlyDictionary<string, object?> map => Value.Of(new MapValue([.. map.Keys], [.. map.Values.Select(ToEngine)])),
        IEnumerable<object?> list => Value.List(list.Select(ToEngine)),
        _ => throw new ArgumentException($"A value of {value.GetType()} cannot be a parameter.", nameof(value)),
    };

    /// <summary>A value of a result as the port has it.</summary>
    public static object? FromEngine(Value value) => value.Kind switch
    {
        ValueKind.Null => null,
        ValueKind.Boolean => value.AsBoolean,
        ValueKind.Integer => value.AsInteger,
        ValueKind.Float => value.AsFloat,
        ValueKind.String => value.AsString,
        ValueKind.List => value.AsList.Select(FromEngine).ToImmutableArray(),
        ValueKind.Map => Map(value.AsMap),
        ValueKind.Node => Node(value.NodeData!),
        ValueKind.Relationship => Relationship(value.RelationshipData!),
        ValueKind.Path => Path(value),
        ValueKind.Point => Point(value.AsPoint),
        ValueKind.Bytes => Convert.ToBase64String(value.AsBytes.Span),
        _ => Graph.Embedded.Values.ValueText.Plain(value),
    };

    private static NodeValue Node(NodeData node) => new(ElementIds.OfNode(node.Id), [.. node.Labels], Map(node.Properties));

    private static RelationshipValue Relationship(RelationshipData relationship) => new(
        ElementIds.OfRelationship(relationship.Id), relationship.Type, ElementIds.OfNode(relationship.Start), ElementIds.OfNode(relationship.End),
        Map(relationship.Properties));

    private static PathValue Path(Value path)
    {
        var parts = path.PathElements.Select(FromEngine).ToList();
        return new PathValue([.. parts.OfType<NodeValue>()], [.. parts.OfType<RelationshipValue>()]);
    }

    private static ImmutableSortedDictionary<string, object?> Map(MapValue map) =>
        map.ToImmutableSortedDictionary(entry => entry.Key, entry => FromEngine(entry.Value), StringComparer.Ordinal);

    /// <summary>Well-known text with its reference system, as Neo4j's Query API writes points.</summary>
    private static string Point(PointValue point) => point.HasZ
        ? string.Create(CultureInfo.InvariantCulture, $"SRID={(int)point.System};POINT Z ({point.X:R} {point.Y:R} {point.Z:R})")
        : string.Create(CultureInfo.InvariantCulture, $"SRID={(int)point.System};POINT ({point.X:R} {point.Y:R})");
}
