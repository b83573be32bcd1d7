using System.Text;
using Graph.Store.Port;

namespace Graph.Store.Export;

/// <summary>One node or relationship a line, nodes first, both ordinally by id; every label and property; lines end with a line feed.</summary>
public static class JsonLinesFormat
{
    /// <summary>Writes the export.</summary>
    public static void Write(GraphExport export, TextWriter output)
    {
        foreach (var node in export.Nodes)
        {
            output.Write($"{{\"node\":{ValueText.Of(node.Id)},\"labels\":{ValueText.Of(node.Labels)},\"properties\":{ValueText.Of(node.Properties)}}}\n");
        }

        foreach (var relationship in export.Relationships)
        {
            output.Write(
                $"{{\"relationship\":{ValueText.Of(relationship.Id)},\"from\":{ValueText.Of(relationship.From)},\"type\":{ValueText.Of(relationship.Type)},"
                + $"\"to\":{ValueText.Of(relationship.To)},\"properties\":{ValueText.Of(relationship.Properties)}}}\n");
        }
    }

    /// <summary>The export as text.</summary>
    public static string Text(GraphExport export)
    {
        var text = new StringBuilder();
        using var writer = new StringWriter(text);
        Write(export, writer);
        return text.ToString();
    }
}
