using System.Text;

namespace Graph.Store.Export;

/// <summary>Writes an export to files.</summary>
public static class ExportFiles
{
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes the graph; a file is replaced only once it is complete.</summary>
    /// <param name="graph">What to write.</param>
    /// <param name="format">In which form.</param>
    /// <param name="path">File, or folder for <see cref="ExportFormat.Csv"/>; missing folders are made.</param>
    /// <returns>Paths of the files written.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static IReadOnlyList<string> Write(GraphExport graph, ExportFormat format, string path)
    {
        (string Path, Action<TextWriter> Write)[] files = format switch
        {
            ExportFormat.Graphml => [(path, output => GraphMlFormat.Write(graph, output))],
            ExportFormat.Csv =>
            [
                (Path.Combine(path, "nodes.csv"), output => CsvFormat.WriteNodes(graph, output)),
                (Path.Combine(path, "relationships.csv"), output => CsvFormat.WriteRelationships(graph, output)),
            ],
            ExportFormat.Cypher => [(path, output => CypherFormat.Write(graph, output))],
            _ => [(path, output => JsonLinesFormat.Write(graph, output))],
        };
        foreach (var file in files)
        {
            WriteFile(file.Path, file.Write);
        }

        return [.. files.Select(file => file.Path)];
    }

    private static void WriteFile(string path, Action<TextWriter> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var unfinished = path + ".part";
        using (var output = new StreamWriter(unfinished, append: false, Encoding, 1 << 16))
        {
            write(output);
        }

        File.Move(unfinished, path, overwrite: true);
    }
}
