using System.Text.Json;

namespace Graph.Store.Port;

/// <summary>JSON as values of the port; the way back from <see cref="ValueText"/> for values without nodes and relationships.</summary>
public static class JsonValue
{
    /// <summary>A JSON value: whole numbers without point and exponent are integers, all others floats.</summary>
    public static object? Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.TryGetInt64(out var whole) ? (object)whole : element.GetDouble(),
        JsonValueKind.Array => element.EnumerateArray().Select(Of).ToList(),
        _ => element.EnumerateObject().ToDictionary(property => property.Name, property => Of(property.Value), StringComparer.Ordinal),
    };
}
