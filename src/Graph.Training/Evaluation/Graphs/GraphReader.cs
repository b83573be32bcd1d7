using System.Text.Json;
using Graph.Model;

namespace Graph.Training.Evaluation.Graphs;

/// <summary>Reads graphs to be scored: gold graphs and what <c>extract --format json</c> prints.</summary>
internal static class GraphReader
{
    private const int LongestAlias = 14;

    /// <summary>Reads a gold graph with what its article allows and forbids.</summary>
    /// <exception cref="InvalidDataException">The file is no gold graph; the message names it.</exception>
    public static GoldGraph ReadGold(string path) => Read(path, root => new GoldGraph(
        OfGold(root), Groups(root, "equivalentEntities"), Groups(root, "equivalentTypes"), [.. Negatives(root)],
        Optional(root, "article"), Optional(root, "docDate")));

    /// <summary>Reads an extracted graph; a gold graph is accepted too, so that two annotators can be compared.</summary>
    /// <param name="text">The article's text, folded; an alias counts only if it stands there. Empty where it is not known.</param>
    /// <exception cref="InvalidDataException">The file is no graph; the message names it.</exception>
    public static ScoredGraph ReadExtracted(string path, string text) =>
        Read(path, root => root.TryGetProperty("entities", out _) ? OfGold(root, text) : OfDocument(root, text));

    /// <summary>Reads what an extractor in this process wrote.</summary>
    public static ScoredGraph ReadDocument(string json, string text)
    {
        using var document = JsonDocument.Parse(json);
        return OfDocument(document.RootElement, text);
    }

    private static T Read<T>(string path, Func<JsonElement, T> read)
    {
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllText(path));
            return read(json.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            throw new InvalidDataException(
                $"GRA-T008 {path} is no graph: {fault.Message} Give a gold graph or what 'extract --format json' prints.");
        }
    }

    private static ScoredGraph OfGold(JsonElement root, string? text = null)
    {
        var entities = root.GetProperty("entities").EnumerateArray().Select(entity => Entity(
            Text(entity, "id"), [Text(entity, "kind")], Text(entity, "name"), Strings(entity, "aliases"), IsCore(entity))).ToArray();
        var relations = root.GetProperty("relations").EnumerateArray().Select(relation => new ScoredRelation(
            Text(relation, "from"), Text(relation, "type"), Text(relation, "to"), IsCore(relation),
            Optional(relation, "certainty"), Properties(relation)));
        return new ScoredGraph(text is null ? entities : WithTextForms(entities, text), [.. relations]);
    }

    private static ScoredGraph OfDocument(JsonElement root, string text)
    {
        var entities = root.GetProperty("nodes").EnumerateArray().Select(node => Entity(
            Text(node, "id"), [.. Strings(node, "labels")], Optional(node, "name") ?? "", Strings(node, "aliases"), isCore: true)).ToArray();
        var relations = root.GetProperty("relationships").EnumerateArray().Select(relation =>
        {
            var properties = Properties(relation);
            return new ScoredRelation(
                Text(relation, "from"), Text(relation, "type"), Text(relation, "to"), IsCore: true,
                properties.GetValueOrDefault("certainty") ?? Optional(relation, "certainty"), properties);
        });
        return new ScoredGraph(WithTextForms(entities, text), [.. relations]);
    }

    private static ScoredEntity Entity(
        string id, IReadOnlyCollection<string> labels, string name, IEnumerable<string> aliases, bool isCore)
    {
        var forms = aliases.Prepend(name).Select(FoldedText.Fold).Where(form => form.Length > 0).ToHashSet(StringComparer.Ordinal);
        return new ScoredEntity(
            id, name.Length == 0 ? id : name, ScoredEntity.GroupOf(labels), labels.Contains(Labels.Office), forms, isCore);
    }

    // A form counts if it is the name, or stands in the text, names one entity of its group only and is no sentence.
    private static IEnumerable<ScoredEntity> WithTextForms(IReadOnlyList<ScoredEntity> entities, string text)
    {
        var owners = entities.SelectMany(entity => entity.Forms.Select(form => (entity.Group, form)))
            .GroupBy(key => key).ToDictionary(group => group.Key, group => group.Count());
        return entities.Select(entity => entity with
        {
            Forms = entity.Forms.Where(form => form == FoldedText.Fold(entity.Name)
                || (owners[(entity.Group, form)] == 1 && form.Split(' ').Length <= LongestAlias
                    && (text.Length == 0 || text.Contains(form, StringComparison.Ordinal)))).ToHashSet(StringComparer.Ordinal),
        });
    }

    private static IEnumerable<ForbiddenTriple> Negatives(JsonElement root) =>
        root.TryGetProperty("negatives", out var negatives)
            ? negatives.EnumerateArray().Select(negative => new ForbiddenTriple(
                Text(negative, "from"), Text(negative, "type"), Text(negative, "to"), Properties(negative, "unless")))
            : [];

    private static IReadOnlyList<IReadOnlyCollection<string>> Groups(JsonElement root, string name) =>
        root.TryGetProperty("scoring", out var scoring) && scoring.ValueKind == JsonValueKind.Object && scoring.TryGetProperty(name, out var groups)
            ? [.. groups.EnumerateArray().Select(group => ScoringRules.Group(group.EnumerateArray().Select(item => item.GetString()!)))]
            : [];

    private static bool IsCore(JsonElement element) => (Optional(element, "tier") ?? "core") == "core";

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static string? Optional(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static IEnumerable<string> Strings(JsonElement element, string name) =>
        element.TryGetProperty(name, out var values) && values.ValueKind == JsonValueKind.Array
            ? values.EnumerateArray().Select(value => value.GetString()!)
            : [];

    private static Dictionary<string, string> Properties(JsonElement element, string name = "properties") =>
        element.TryGetProperty(name, out var properties) && properties.ValueKind == JsonValueKind.Object
            ? properties.EnumerateObject().DistinctBy(property => property.Name)
                .ToDictionary(property => property.Name, property => property.Value.ToString(), StringComparer.Ordinal)
            : new Dictionary<string, string>(StringComparer.Ordinal);
}
