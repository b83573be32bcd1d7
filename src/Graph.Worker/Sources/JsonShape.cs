using System.Text.Json;

namespace Graph.Worker.Sources;

/// <summary>What JSON looks like from outside, and where it broke.</summary>
internal static class JsonShape
{
    /// <summary>An object or an array of objects begins; "[Correction] ..." and "{sic}" do not count.</summary>
    public static bool StartsLikeJson(string text)
    {
        var rest = text.AsSpan().TrimStart();
        if (rest.StartsWith("["))
        {
            rest = rest[1..].TrimStart();
            if (rest.StartsWith("]"))
            {
                return true;
            }
        }

        return rest.StartsWith("{") && rest[1..].TrimStart() is ['"' or '}', ..];
    }

    public static bool FirstLineIsWholeObject(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(Lines.FirstWithText(text));
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    public static bool HasSecondLine(string text) => Lines.WithText(text).Skip(1).Any();

    /// <summary>"line 3, byte 41", counted from 1; <paramref name="line"/> is the line of the source where the JSON stands on one line.</summary>
    public static string Place(JsonException exception, int line) =>
        $"line {(line > 0 ? line : (exception.LineNumber ?? 0) + 1)}, byte {(exception.BytePositionInLine ?? 0) + 1}";

    /// <summary>The parser's message without its own place.</summary>
    public static string Reason(JsonException exception) =>
        exception.Message.Split(" LineNumber:")[0].Split(" Path:")[0].TrimEnd('.');
}
