using System.Globalization;
using System.Text;
using Graph.Store.Catalog;

namespace Graph.Store.Export;

/// <summary>A script that writes the graph into an empty database: the schema, then nodes and relationships in batches, one statement a line.</summary>
/// <remarks>Nodes are found again by a property <c>exportId</c> of a label <c>Exported</c>, both of which the last statements take away.</remarks>
public static class CypherFormat
{
    private const int BatchSize = 100;

    /// <summary>Writes the export.</summary>
    public static void Write(GraphExport graph, TextWriter output)
    {
        foreach (var statement in CypherCatalog.Load().Schema.SelectMany(file => file.Statements))
        {
            output.Write(OneLine(statement) + ";\n");
        }

        output.Write("CREATE CONSTRAINT exported_id IF NOT EXISTS FOR (n:Exported) REQUIRE n.exportId IS UNIQUE;\n");
        foreach (var group in graph.Nodes.GroupBy(node => string.Concat(node.Labels.Select(label => ":" + Name(label))), StringComparer.Ordinal))
        {
            foreach (var batch in group.Chunk(BatchSize))
            {
                var rows = batch.Select(node => $"{{id: {Literal(node.Id)}, properties: {Literal(node.Properties)}}}");
                output.Write($"UNWIND [{string.Join(", ", rows)}] AS row CREATE (n:Exported{group.Key}) SET n = row.properties, n.exportId = row.id;\n");
            }
        }

        foreach (var group in graph.Relationships.GroupBy(relationship => relationship.Type, StringComparer.Ordinal))
        {
            foreach (var batch in group.Chunk(BatchSize))
            {
                var rows = batch.Select(relationship => $"{{from: {Literal(relationship.From)}, to: {Literal(relationship.To)}, properties: {Literal(relationship.Properties)}}}");
                output.Write(
                    $"UNWIND [{string.Join(", ", rows)}] AS row MATCH (a:Exported {{exportId: row.from}}) MATCH (b:Exported {{exportId: row.to}}) "
                    + $"CREATE (a)-[r:{Name(group.Key)}]->(b) SET r = row.properties;\n");
            }
        }

        output.Write("MATCH (n:Exported) REMOVE n.exportId, n:Exported;\nDROP CONSTRAINT exported_id;\n");
    }

    private static string OneLine(string statement) =>
        string.Join(' ', statement.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)));

    private static string Name(string name) => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";

    private static string Literal(object? value) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        long number => number.ToString(CultureInfo.InvariantCulture),
        double number => Float(number),
        string text => Text(text),
        IReadOnlyDictionary<string, object?> map => "{" + string.Join(", ", map.Select(pair => $"{Name(pair.Key)}: {Literal(pair.Value)}")) + "}",
        IEnumerable<object?> list => "[" + string.Join(", ", list.Select(Literal)) + "]",
        _ => Text(value.ToString() ?? ""),
    };

    private static string Float(double number)
    {
        if (!double.IsFinite(number))
        {
            return double.IsNaN(number) ? "(0.0 / 0.0)" : number > 0 ? "(1.0 / 0.0)" : "(-1.0 / 0.0)";
        }

        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().IndexOfAny('.', 'E') < 0 ? text + ".0" : text;
    }

    private static string Text(string text)
    {
        var literal = new StringBuilder("'", text.Length + 2);
        foreach (var letter in text)
        {
            literal.Append(letter switch
            {
                '\\' => "\\\\",
                '\'' => "\\'",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when char.IsControl(letter) => $"\\u{(int)letter:X4}",
                _ => letter.ToString(),
            });
        }

        return literal.Append('\'').ToString();
    }
}
