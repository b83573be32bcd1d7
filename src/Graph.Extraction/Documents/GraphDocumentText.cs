using System.Text;
using Graph.Model;

namespace Graph.Extraction.Documents;

/// <summary>An article's graph for people: every sentence with its mentions, then the facts that rest on it and the rules that made them.</summary>
public static class GraphDocumentText
{
    /// <summary>The document as text; lines end in a line feed.</summary>
    public static string Of(GraphDocument document)
    {
        var text = new StringBuilder();
        var names = document.Entities.ToDictionary(entity => entity.Id, entity => entity.Name, StringComparer.Ordinal);
        text.Append(document.Article.Id).Append("  ").Append(document.Article.Date?.ToString("yyyy-MM-dd") ?? "no date").Append("  ").Append(document.Article.Title).Append('\n');
        for (var i = 0; i < document.Sentences.Length; i++)
        {
            WriteSentence(text, document, i, names);
        }

        return text.ToString();
    }

    private static void WriteSentence(StringBuilder text, GraphDocument document, int sentence, Dictionary<string, string> names)
    {
        text.Append('\n').Append('[').Append(sentence).Append("] ").Append(OneLine(document.Sentences[sentence].Of(document.Article.Text))).Append('\n');
        var mentions = document.Entities.SelectMany(entity => entity.Mentions.Where(mention => mention.Sentence == sentence).Select(mention => (entity, mention)))
            .OrderBy(pair => pair.mention.Span).ThenBy(pair => pair.entity.Id, StringComparer.Ordinal);
        foreach (var (entity, mention) in mentions.Where(pair => pair.entity.Labels[0] is not (Labels.Statement or Labels.Office)))
        {
            text.Append("    ").Append(OneLine(mention.Span.Of(document.Article.Text))).Append(" = ").Append(entity.Id);
            if (mention.Reading is not null)
            {
                text.Append(" as ").Append(mention.Reading);
            }

            text.Append("  (").Append(mention.Rule).Append(")\n");
        }

        foreach (var fact in document.Facts)
        {
            foreach (var evidence in fact.Evidence.Where(evidence => evidence.Sentence == sentence))
            {
                text.Append("  * ").Append(names[fact.From]).Append(" -").Append(fact.Type).Append("-> ").Append(names[fact.To])
                    .Append("  ").Append(evidence.Certainty.Text()).Append("  \"").Append(evidence.Cue).Append("\"  (").Append(evidence.Rule).Append(")\n");
            }
        }
    }

    private static string OneLine(string passage) => string.Join(' ', passage.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
