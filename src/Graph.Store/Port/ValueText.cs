using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Graph.Store.Port;

/// <summary>Values of a result as JSON; equal values are equal text, whichever database they came from.</summary>
/// <remarks>
/// A node is <c>{"labels":[...],"properties":{...}}</c> with labels ordinally sorted, a relationship <c>{"type":...,"properties":{...}}</c>,
/// a path <c>{"nodes":[...],"relationships":[...]}</c>. Element ids are left out: they mean nothing outside one database.
/// A float always has a point or an exponent, so that 1.0 and 1 stay apart; NaN and the infinities are strings.
/// </remarks>
public static class ValueText
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>One value as JSON text.</summary>
    public static string Of(object? value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            Write(writer, value);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes one value.</summary>
    /// <exception cref="ArgumentException">The value is of no Cypher type.</exception>
    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                WriteFloat(writer, number);
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case DateOnly date:
                writer.WriteStringValue(date.ToString("yyyy-MM-dd"));
                break;
            case IReadOnlyDictionary<string, object?> map:
                WriteMap(writer, map);
                break;
            case NodeValue node:
                WriteNode(writer, node);
                break;
            case RelationshipValue relationship:
                WriteRelationship(writer, relationship);
                break;
            case PathValue path:
                WritePath(writer, path);
                break;
            case IEnumerable<object?> list:
                WriteList(writer, list);
                break;
            default:
                throw new ArgumentException($"A value of {value.GetType()} is no Cypher value.", nameof(value));
        }
    }

    private static void WriteFloat(Utf8JsonWriter writer, double number)
    {
        if (!double.IsFinite(number))
        {
            writer.WriteStringValue(number.ToString());
            return;
        }

        var text = number.ToString("R");
        writer.WriteRawValue(text.AsSpan().IndexOfAny('.', 'E') < 0 ? text + ".0" : text, skipInputValidation: true);
    }

    private static void WriteMap(Utf8JsonWriter writer, IReadOnlyDictionary<string, object?> map)
    {
        writer.WriteStartObject();
        foreach (var (key, value) in map.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            writer.WritePropertyName(key);
            Write(writer, value);
        }

        writer.WriteEndObject();
    }

    private static void WriteNode(Utf8JsonWriter writer, NodeValue node)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("labels");
        WriteList(writer, node.Labels.Order(StringComparer.Ordinal));
        writer.WritePropertyName("properties");
        WriteMap(writer, node.Properties);
        writer.WriteEndObject();
    }

    private static void WriteRelationship(Utf8JsonWriter writer, RelationshipValue relationship)
    {
        writer.WriteStartObject();
        writer.WriteString("type", relationship.Type);
        writer.WritePropertyName("properties");
        WriteMap(writer, relationship.Properties);
        writer.WriteEndObject();
    }

    private static void WritePath(Utf8JsonWriter writer, PathValue path)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("nodes");
        WriteList(writer, path.Nodes);
        writer.WritePropertyName("relationships");
        WriteList(writer, path.Relationships);
        writer.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter writer, IEnumerable<object?> list)
    {
        writer.WriteStartArray();
        foreach (var item in list)
        {
            Write(writer, item);
        }

        writer.WriteEndArray();
    }
}
