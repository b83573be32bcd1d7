using System.Text.Json;

namespace Graph.Worker.Commands;

/// <summary>Parameters of a query from the command line or from JSON.</summary>
internal static class QueryParameters
{
    /// <summary>Reads <c>k=v</c> pairs; a value that is JSON (a number, true, a list, a quoted text) is taken as such, anything else is text.</summary>
    /// <exception cref="UsageException">A pair has no name.</exception>
    public static Dictionary<string, object?> Parse(IEnumerable<string> pairs)
    {
        var parameters = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            var equals = pair.IndexOf('=');
            if (equals <= 0)
            {
                throw new UsageException($"--param '{pair}' has no name: write --param name=value.");
            }

            parameters[pair[..equals].TrimStart('$')] = Value(pair[(equals + 1)..]);
        }

        return parameters;
    }

    /// <summary>A JSON value as a Cypher value: whole numbers are integers.</summary>
    public static object? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => element.TryGetInt64(out var whole) ? (object)whole : element.GetDouble(),
        JsonValueKind.Array => element.EnumerateArray().Select(Value).ToList(),
        _ => element.EnumerateObject().ToDictionary(property => property.Name, property => Value(property.Value), StringComparer.Ordinal),
    };

    private static object? Value(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return Value(document.RootElement);
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
