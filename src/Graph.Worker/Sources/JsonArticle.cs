using System.Text.Json;

namespace Graph.Worker.Sources;

/// <summary>One JSON object with <c>title, date, url, source, text</c>; other fields are ignored.</summary>
internal static class JsonArticle
{
    private const string Shape = "Write an object with title, date (ISO 8601), url, source and text, each a string";

    public static SourceEntry Read(JsonElement element, SourceText source, string place)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return Malformed(source, place, $"an article must be a JSON object, this is {Kind(element)}");
        }

        var fields = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var name in (string[])["title", "date", "url", "source", "text"])
        {
            if (!element.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            if (value.ValueKind != JsonValueKind.String)
            {
                return Malformed(source, place, $"\"{name}\" must be a string, this is {Kind(value)}");
            }

            fields[name] = value.GetString();
        }

        DateOnly? date = null;
        if (fields.GetValueOrDefault("date") is { } text && !string.IsNullOrWhiteSpace(text))
        {
            if (!DateRecognizer.TryParse(text, out var parsed))
            {
                return Malformed(source, place, $"\"date\" is no date: \"{text}\"");
            }

            date = parsed;
        }

        return new ArticleDraft(fields.GetValueOrDefault("title") ?? "", fields.GetValueOrDefault("text") ?? "", place)
        {
            Date = date,
            Source = fields.GetValueOrDefault("source"),
            Url = fields.GetValueOrDefault("url"),
        }.Finish(source);
    }

    public static SourceEntry Malformed(SourceText source, string place, string problem) =>
        new SourceEntry.Refused(new Refusal(RefusalCodes.Malformed, source.Name, place, problem, Shape + "."));

    private static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        _ => "null",
    };
}
