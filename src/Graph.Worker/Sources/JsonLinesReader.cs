using System.Text.Json;

namespace Graph.Worker.Sources;

/// <summary>JSON Lines: one article object a line; a bad line loses only itself, empty lines are skipped.</summary>
internal sealed class JsonLinesReader : IArticleReader
{
    private static readonly string[] Extensions = [".jsonl", ".ndjson", ".jsonlines"];

    public bool Recognises(SourceText source) =>
        Extensions.Contains(source.Content.Extension)
        || (JsonShape.StartsLikeJson(source.Text) && JsonShape.FirstLineIsWholeObject(source.Text) && JsonShape.HasSecondLine(source.Text));

    public IEnumerable<SourceEntry> Read(SourceText source)
    {
        using var reader = new StringReader(source.Text);
        for (var number = 1; reader.ReadLine() is { } line; number++)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return ReadLine(line, number, source);
            }
        }
    }

    private static SourceEntry ReadLine(string line, int number, SourceText source)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return JsonArticle.Read(document.RootElement, source, $"line {number}");
        }
        catch (JsonException exception)
        {
            return JsonArticle.Malformed(source, JsonShape.Place(exception, number), $"the JSON is broken: {JsonShape.Reason(exception)}");
        }
    }
}
