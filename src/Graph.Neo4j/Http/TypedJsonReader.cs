using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Graph.Store.Port;

namespace Graph.Neo4j.Http;

/// <summary>Reads values in Neo4j's typed JSON.</summary>
internal static class TypedJsonReader
{
    /// <exception cref="JsonException">The element is no typed value.</exception>
    public static object? Read(JsonElement element)
    {
        var type = element.GetProperty("$type").GetString();
        var value = element.GetProperty("_value");
        return type switch
        {
            "Null" => null,
            "Boolean" => value.GetBoolean(),
            "Integer" => long.Parse(value.GetString()!, CultureInfo.InvariantCulture),
            "Float" => double.Parse(value.GetString()!, CultureInfo.InvariantCulture),
            "String" => value.GetString(),
            "List" => ReadArray(value),
            "Map" => ReadMap(value),
            "Node" => ReadNode(value),
            "Relationship" => ReadRelationship(value),
            "Path" => ReadPath(value),
            // Temporal values, points and byte arrays arrive as their text.
            _ when value.ValueKind == JsonValueKind.String => value.GetString(),
            _ => throw new JsonException($"The server sent a value of the unknown type '{type}'."),
        };
    }

    private static ImmutableArray<object?> ReadArray(JsonElement array)
    {
        var items = ImmutableArray.CreateBuilder<object?>(array.GetArrayLength());
        foreach (var item in array.EnumerateArray())
        {
            items.Add(Read(item));
        }

        return items.MoveToImmutable();
    }

    private static ImmutableSortedDictionary<string, object?> ReadMap(JsonElement map)
    {
        var entries = ImmutableSortedDictionary.CreateBuilder<string, object?>(StringComparer.Ordinal);
        foreach (var entry in map.EnumerateObject())
        {
            entries[entry.Name] = Read(entry.Value);
        }

        return entries.ToImmutable();
    }

    private static NodeValue ReadNode(JsonElement node) => new(
        node.GetProperty("_element_id").GetString()!,
        [.. node.GetProperty("_labels").EnumerateArray().Select(label => label.GetString()!)],
        ReadMap(node.GetProperty("_properties")));

    private static RelationshipValue ReadRelationship(JsonElement relationship) => new(
        relationship.GetProperty("_element_id").GetString()!,
        relationship.GetProperty("_type").GetString()!,
        relationship.GetProperty("_start_node_element_id").GetString()!,
        relationship.GetProperty("_end_node_element_id").GetString()!,
        ReadMap(relationship.GetProperty("_properties")));

    private static PathValue ReadPath(JsonElement path)
    {
        var parts = ReadArray(path);
        return new PathValue([.. parts.OfType<NodeValue>()], [.. parts.OfType<RelationshipValue>()]);
    }
}
