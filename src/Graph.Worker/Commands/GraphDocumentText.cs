using System.Collections.Immutable;
using System.Text;
using Graph.Model;
using Graph.Store.Port;

namespace Graph.Worker.Commands;

/// <summary>A graph document for people: the entities with their surface forms, then the facts, each with the passages it rests on.</summary>
internal static class GraphDocumentText
{
    public static string Format(GraphDocument document)
    {
        var article = document.Article;
        var text = new StringBuilder($"{article.Title}\n{article.Id}{(article.Date is { } date ? $"  {date:yyyy-MM-dd}" : "")}\n\n");
        foreach (var entity in document.Entities)
        {
            text.Append($"{string.Join(':', entity.Labels),-14} {entity.Name}{Properties(entity.Properties)}\n");
            if (entity.Aliases.Length > 0)
            {
                text.Append($"{"",-15}{string.Join(" | ", entity.Aliases)}\n");
            }
        }

        text.Append('\n');
        var names = document.Entities.ToDictionary(entity => entity.Id, entity => entity.Name, StringComparer.Ordinal);
        foreach (var fact in document.Facts)
        {
            text.Append($"{names[fact.From]} -[{(fact.Polarity ? "" : "NOT ")}{fact.Type}, {fact.Certainty.Text()}]-> {names[fact.To]}{Properties(fact.Properties)}\n");
            foreach (var evidence in fact.Evidence)
            {
                text.Append($"    {evidence.Sentence}: {evidence.Text.ReplaceLineEndings(" ")}\n");
            }
        }

        return text.ToString();
    }

    private static string Properties(ImmutableSortedDictionary<string, object> properties) =>
        properties.Count == 0 ? "" : " " + ValueText.Of(properties);
}
