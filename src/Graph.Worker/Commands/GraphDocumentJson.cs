using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Graph.Model;
using Graph.Store.Port;

namespace Graph.Worker.Commands;

/// <summary>A graph document as one JSON object; equal documents are equal bytes.</summary>
internal static class GraphDocumentJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Format(GraphDocument document)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            WriteArticle(writer, document.Article);
            WriteList(writer, "nodes", document.Entities, WriteNode);
            WriteList(writer, "relationships", document.Facts, WriteRelationship);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteArticle(Utf8JsonWriter writer, Article article)
    {
        writer.WriteStartObject("article");
        writer.WriteString("id", article.Id);
        writer.WriteString("title", article.Title);
        writer.WriteString("date", article.Date?.ToString("yyyy-MM-dd"));
        writer.WriteString("source", article.Source);
        writer.WriteString("url", article.Url);
        writer.WriteEndObject();
    }

    private static void WriteNode(Utf8JsonWriter writer, Entity entity)
    {
        writer.WriteString("id", entity.Id);
        WriteValue(writer, "labels", entity.Labels);
        writer.WriteString("name", entity.Name);
        WriteValue(writer, "aliases", entity.Aliases);
        WriteValue(writer, "properties", entity.Properties);
        WriteList(writer, "mentions", entity.Mentions, WriteMention);
    }

    private static void WriteMention(Utf8JsonWriter writer, Mention mention)
    {
        writer.WriteNumber("sentence", mention.Sentence);
        writer.WriteNumber("start", mention.Span.Start);
        writer.WriteNumber("end", mention.Span.End);
        writer.WriteString("form", mention.Form);
        writer.WriteString("reading", mention.Reading);
        writer.WriteString("rule", mention.Rule);
    }

    /// <summary>Certainty, polarity and qualifier stand among the properties, as they do in the graph.</summary>
    private static void WriteRelationship(Utf8JsonWriter writer, Fact fact)
    {
        writer.WriteString("from", fact.From);
        writer.WriteString("to", fact.To);
        writer.WriteString("type", fact.Type);
        WriteValue(writer, "properties", fact.Properties
            .SetItem("certainty", fact.Certainty.Text()).SetItem("polarity", fact.Polarity).SetItem("factId", fact.Id));
        WriteList(writer, "evidence", fact.Evidence, WriteEvidence);
    }

    private static void WriteEvidence(Utf8JsonWriter writer, Evidence evidence)
    {
        writer.WriteNumber("sentence", evidence.Sentence);
        writer.WriteNumber("start", evidence.Span.Start);
        writer.WriteNumber("end", evidence.Span.End);
        writer.WriteString("text", evidence.Text);
        writer.WriteString("certainty", evidence.Certainty.Text());
        writer.WriteString("cue", evidence.Cue);
        writer.WriteString("rule", evidence.Rule);
        writer.WriteNumber("confidence", evidence.Confidence);
    }

    private static void WriteValue(Utf8JsonWriter writer, string name, object? value)
    {
        writer.WritePropertyName(name);
        ValueText.Write(writer, value);
    }

    private static void WriteList<T>(Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            write(writer, item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
