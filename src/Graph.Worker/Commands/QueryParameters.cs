using System.Text.Json;
using Graph.Store.Port;

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

    private static object? Value(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return JsonValue.Of(document.RootElement);
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
