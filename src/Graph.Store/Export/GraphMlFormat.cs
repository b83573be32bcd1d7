using System.Globalization;
using System.Xml;
using Graph.Store.Port;

namespace Graph.Store.Export;

/// <summary>GraphML 1.0. Labels stand in the key <c>labels</c>, types in <c>label</c>, as Neo4j's own tools write them; lists are JSON text.</summary>
public static class GraphMlFormat
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";

    /// <summary>Writes the export.</summary>
    public static void Write(GraphExport graph, TextWriter output)
    {
        using var xml = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, IndentChars = " ", NewLineChars = "\n" });
        xml.WriteStartElement("graphml", Namespace);
        var nodeKeys = WriteKeys(xml, "node", "labels", PropertyTypes.Of(graph.Nodes.Select(node => node.Properties)));
        var edgeKeys = WriteKeys(xml, "edge", "label", PropertyTypes.Of(graph.Relationships.Select(relationship => relationship.Properties)));
        xml.WriteStartElement("graph", Namespace);
        xml.WriteAttributeString("id", "G");
        xml.WriteAttributeString("edgedefault", "directed");
        foreach (var node in graph.Nodes)
        {
            xml.WriteStartElement("node", Namespace);
            xml.WriteAttributeString("id", node.Id);
            WriteData(xml, "node-labels", string.Concat(node.Labels.Select(label => ":" + label)));
            WriteProperties(xml, nodeKeys, node.Properties);
            xml.WriteEndElement();
        }

        foreach (var relationship in graph.Relationships)
        {
            xml.WriteStartElement("edge", Namespace);
            xml.WriteAttributeString("id", relationship.Id);
            xml.WriteAttributeString("source", relationship.From);
            xml.WriteAttributeString("target", relationship.To);
            WriteData(xml, "edge-label", relationship.Type);
            WriteProperties(xml, edgeKeys, relationship.Properties);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Declares the keys; their ids by property name. A key's id starts with its element and a dot, which sets it apart from the label's.</summary>
    private static Dictionary<string, string> WriteKeys(XmlWriter xml, string element, string label, SortedDictionary<string, string> types)
    {
        WriteKey(xml, $"{element}-{label}", element, label, "string");
        var keys = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, type) in types)
        {
            keys.Add(name, $"{element}.{name}");
            WriteKey(xml, keys[name], element, name, type.EndsWith("[]", StringComparison.Ordinal) ? "string" : type);
        }

        return keys;
    }

    private static void WriteKey(XmlWriter xml, string id, string element, string name, string type)
    {
        xml.WriteStartElement("key", Namespace);
        xml.WriteAttributeString("id", id);
        xml.WriteAttributeString("for", element);
        xml.WriteAttributeString("attr.name", name);
        xml.WriteAttributeString("attr.type", type);
        xml.WriteEndElement();
    }

    private static void WriteProperties(XmlWriter xml, Dictionary<string, string> keys, IReadOnlyDictionary<string, object?> properties)
    {
        foreach (var (name, value) in properties.Where(property => property.Value is not null))
        {
            WriteData(xml, keys[name], value switch
            {
                string text => text,
                double number => number.ToString("R", CultureInfo.InvariantCulture),
                _ => ValueText.Of(value),
            });
        }
    }

    private static void WriteData(XmlWriter xml, string key, string value)
    {
        xml.WriteStartElement("data", Namespace);
        xml.WriteAttributeString("key", key);
        xml.WriteString(Valid(value));
        xml.WriteEndElement();
    }

    /// <summary>XML 1.0 cannot hold most control characters, nor half a surrogate pair.</summary>
    private static string Valid(string text)
    {
        if (text.All(letter => XmlConvert.IsXmlChar(letter)))
        {
            return text;
        }

        var valid = text.ToCharArray();
        for (var index = 0; index < valid.Length; index++)
        {
            if (index + 1 < valid.Length && XmlConvert.IsXmlSurrogatePair(valid[index + 1], valid[index]))
            {
                index++;
            }
            else if (!XmlConvert.IsXmlChar(valid[index]))
            {
                valid[index] = '\ufffd';
            }
        }

        return new string(valid);
    }
}
