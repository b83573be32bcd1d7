using System.Globalization;
using System.Text.Json;

namespace Graph.Neo4j.Http;

/// <summary>Writes parameters in Neo4j's typed JSON, where integers, floats and dates keep their type.</summary>
internal static class TypedJsonWriter
{
    /// <exception cref="ArgumentException">The value is of no type that a parameter may have.</exception>
    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                WriteNull(writer);
                break;
            case bool flag:
                writer.WriteStartObject();
                writer.WriteString("$type", "Boolean");
                writer.WriteBoolean("_value", flag);
                writer.WriteEndObject();
                break;
            case long number:
                WriteScalar(writer, "Integer", number.ToString(CultureInfo.InvariantCulture));
                break;
            case int number:
                WriteScalar(writer, "Integer", number.ToString(CultureInfo.InvariantCulture));
                break;
            case double number:
                WriteScalar(writer, "Float", number.ToString("R", CultureInfo.InvariantCulture));
                break;
            case string text:
                WriteScalar(writer, "String", text);
                break;
            case DateOnly date:
                WriteScalar(writer, "Date", date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case IReadOnlyDictionary<string, object?> map:
                WriteMap(writer, map);
                break;
            case IEnumerable<object?> list:
                WriteList(writer, list);
                break;
            default:
                throw new ArgumentException($"A value of {value.GetType()} cannot be a parameter.", nameof(value));
        }
    }

    private static void WriteNull(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("$type", "Null");
        writer.WriteNull("_value");
        writer.WriteEndObject();
    }

    private static void WriteScalar(Utf8JsonWriter writer, string type, string value)
    {
        writer.WriteStartObject();
        writer.WriteString("$type", type);
        writer.WriteString("_value", value);
        writer.WriteEndObject();
    }

    private static void WriteMap(Utf8JsonWriter writer, IReadOnlyDictionary<string, object?> map)
    {
        writer.WriteStartObject();
        writer.WriteString("$type", "Map");
        writer.WriteStartObject("_value");
        foreach (var (key, value) in map)
        {
            writer.WritePropertyName(key);
            Write(writer, value);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter writer, IEnumerable<object?> list)
    {
        writer.WriteStartObject();
        writer.WriteString("$type", "List");
        writer.WriteStartArray("_value");
        foreach (var item in list)
        {
            Write(writer, item);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
