namespace Graph.Worker.Sources;

/// <summary>The <c>key: value</c> lines between two <c>---</c> lines at the top of a Markdown file.</summary>
internal static class FrontMatter
{
    /// <summary>Keys in lower case; empty where the text has no front matter. Nested values are left out.</summary>
    public static IReadOnlyDictionary<string, string> Read(string text)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        using var reader = new StringReader(text);
        if (reader.ReadLine()?.TrimEnd() != "---")
        {
            return fields;
        }

        while (reader.ReadLine() is { } line)
        {
            if (line.TrimEnd() is "---" or "...")
            {
                return fields;
            }

            var colon = line.IndexOf(':');
            if (colon > 0 && !char.IsWhiteSpace(line[0]))
            {
                fields[line[..colon].Trim().ToLowerInvariant()] = Unquote(line[(colon + 1)..].Trim());
            }
        }

        // Without the closing line it was a horizontal rule.
        return new Dictionary<string, string>();
    }

    private static string Unquote(string value) =>
        value.Length >= 2 && value[0] == value[^1] && value[0] is '"' or '\''
            ? value[1..^1].Replace("\\\"", "\"", StringComparison.Ordinal)
            : value;
}
