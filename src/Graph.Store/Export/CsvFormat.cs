using System.Globalization;
using Graph.Store.Port;

namespace Graph.Store.Export;

/// <summary>
/// The files of <c>neo4j-admin database import full --multiline-fields=true --array-delimiter=U+001F</c>: a typed header,
/// then a node or relationship a record.
/// </summary>
/// <remarks>Lists are parted by the unit separator, which no text has. A missing property is an empty field, an empty text a quoted one; an empty list is read back as a missing property.</remarks>
public static class CsvFormat
{
    private const char ListSeparator = '\u001f';

    /// <summary>Writes the nodes.</summary>
    public static void WriteNodes(GraphExport graph, TextWriter output)
    {
        var types = PropertyTypes.Of(graph.Nodes.Select(node => node.Properties));
        WriteRow(output, [":ID", .. types.Select(Column), ":LABEL"]);
        foreach (var node in graph.Nodes)
        {
            WriteRow(output, [Text(node.Id), .. types.Keys.Select(name => Field(node.Properties.GetValueOrDefault(name))), Text(string.Join(ListSeparator, node.Labels))]);
        }
    }

    /// <summary>Writes the relationships.</summary>
    public static void WriteRelationships(GraphExport graph, TextWriter output)
    {
        var types = PropertyTypes.Of(graph.Relationships.Select(relationship => relationship.Properties));
        WriteRow(output, [":START_ID", .. types.Select(Column), ":END_ID", ":TYPE"]);
        foreach (var relationship in graph.Relationships)
        {
            WriteRow(output,
            [
                Text(relationship.From), .. types.Keys.Select(name => Field(relationship.Properties.GetValueOrDefault(name))), Text(relationship.To),
                Text(relationship.Type),
            ]);
        }
    }

    private static string Column(KeyValuePair<string, string> property) => $"{property.Key}:{property.Value}";

    private static string Field(object? value) => value switch
    {
        null => "",
        string text => Text(text),
        IEnumerable<object?> list => Text(string.Join(ListSeparator, list.Select(Plain))),
        _ => Plain(value),
    };

    private static string Plain(object? value) => value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => ValueText.Of(value),
    };

    private static string Text(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static void WriteRow(TextWriter output, IEnumerable<string> fields)
    {
        output.Write(string.Join(',', fields));
        output.Write('\n');
    }
}
