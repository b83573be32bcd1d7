using System.Text.Json;

namespace Graph.Worker.Sources;

/// <summary>JSON: one article object, or an array of them.</summary>
internal sealed class JsonReader : IArticleReader
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public bool Recognises(SourceText source) => source.Content.Extension == ".json" || JsonShape.StartsLikeJson(source.Text);

    public IEnumerable<SourceEntry> Read(SourceText source)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(source.Text, Lenient);
        }
        catch (JsonException exception)
        {
            return [JsonArticle.Malformed(source, JsonShape.Place(exception, 0), $"the JSON is broken: {JsonShape.Reason(exception)}")];
        }

        using (document)
        {
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Array
                ? root.EnumerateArray().Select((element, index) => JsonArticle.Read(element, source, $"entry {index + 1}")).ToList()
                : [JsonArticle.Read(root, source, "")];
        }
    }
}
