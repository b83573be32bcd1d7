using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Graph.Model;

namespace Graph.Extraction.Documents;

/// <summary>An article's graph as JSON: equal documents are equal bytes.</summary>
/// <remarks>
/// <c>{"article", "nodes": [{"id", "labels", "name", "aliases", "properties", "mentions"}], "relationships": [{"from", "to",
/// "type", "properties", "evidence"}]}</c>; nodes in the order of their ids, relationships in that of their ends and types.
/// </remarks>
public static class GraphDocumentJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document as indented JSON text.</summary>
    public static string Of(GraphDocument document)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            Write(writer, document);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, GraphDocument document)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("article");
        writer.WriteString("id", document.Article.Id);
        writer.WriteString("title", document.Article.Title);
        writer.WriteString("date", document.Article.Date?.ToString("yyyy-MM-dd"));
        writer.WriteString("source", document.Article.Source);
        writer.WriteEndObject();
        writer.WriteStartArray("nodes");
        foreach (var entity in document.Entities)
        {
            Write(writer, entity);
        }

        writer.WriteEndArray();
        writer.WriteStartArray("relationships");
        foreach (var fact in document.Facts)
        {
            Write(writer, fact);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Entity entity)
    {
        writer.WriteStartObject();
        writer.WriteString("id", entity.Id);
        WriteTexts(writer, "labels", entity.Labels);
        writer.WriteString("name", entity.Name);
        WriteTexts(writer, "aliases", entity.Aliases);
        writer.WriteStartObject("properties");
        WriteProperties(writer, entity.Properties);
        writer.WriteEndObject();
        writer.WriteStartArray("mentions");
        foreach (var mention in entity.Mentions)
        {
            writer.WriteStartObject();
            WriteSpan(writer, mention.Sentence, mention.Span);
            writer.WriteString("form", mention.Form);
            if (mention.Reading is not null)
            {
                writer.WriteString("reading", mention.Reading);
            }

            writer.WriteString("rule", mention.Rule);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Fact fact)
    {
        writer.WriteStartObject();
        writer.WriteString("from", fact.From);
        writer.WriteString("to", fact.To);
        writer.WriteString("type", fact.Type);
        writer.WriteStartObject("properties");
        writer.WriteString("certainty", fact.Certainty.Text());
        writer.WriteBoolean("polarity", fact.Polarity);
        WriteProperties(writer, fact.Properties);
        writer.WriteEndObject();
        writer.WriteStartArray("evidence");
        foreach (var evidence in fact.Evidence)
        {
            writer.WriteStartObject();
            WriteSpan(writer, evidence.Sentence, evidence.Span);
            writer.WriteString("text", evidence.Text);
            writer.WriteString("certainty", evidence.Certainty.Text());
            writer.WriteString("cue", evidence.Cue);
            writer.WriteString("rule", evidence.Rule);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteSpan(Utf8JsonWriter writer, int sentence, TextSpan span)
    {
        writer.WriteNumber("sentence", sentence);
        writer.WriteNumber("start", span.Start);
        writer.WriteNumber("end", span.End);
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }

    private static void WriteProperties(Utf8JsonWriter writer, ImmutableSortedDictionary<string, object> properties)
    {
        foreach (var (name, value) in properties)
        {
            switch (value)
            {
                case string text:
                    writer.WriteString(name, text);
                    break;
                case bool flag:
                    writer.WriteBoolean(name, flag);
                    break;
                case long number:
                    writer.WriteNumber(name, number);
                    break;
                case double number:
                    writer.WriteNumber(name, number);
                    break;
                case IEnumerable<string> texts:
                    WriteTexts(writer, name, texts);
                    break;
                default:
                    throw new InvalidOperationException($"A property of {value.GetType()} is none that the graph can hold.");
            }
        }
    }
}
