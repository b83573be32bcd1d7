namespace Graph.Language.Resources;

/// <summary>Reads word lists that are embedded in an assembly: one entry a line, blank lines and lines that begin with "# " left out.</summary>
internal static class EmbeddedLines
{
    /// <summary>Reads a list of this assembly.</summary>
    /// <param name="name">Folder and file, joined by a full stop: <c>Tokenisation.units.txt</c>.</param>
    public static IEnumerable<ResourceLine> Read(string name)
    {
        var resource = "Graph.Language." + name;
        using var stream = typeof(EmbeddedLines).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource {resource} is missing from the assembly.");
        using var reader = new StreamReader(stream);
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length > 0 && !line.StartsWith("# ", StringComparison.Ordinal))
            {
                yield return new ResourceLine(name, number, line);
            }
        }
    }
}
