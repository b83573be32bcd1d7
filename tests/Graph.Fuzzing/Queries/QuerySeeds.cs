using System.Text.RegularExpressions;

namespace Graph.Fuzzing.Queries;

/// <summary>Statements to begin with: those of the product, and some of every clause of the language.</summary>
internal static partial class QuerySeeds
{
    public static IReadOnlyList<string> Read()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Seeds", "Cypher");
        return [.. Directory.GetFiles(folder, "*.cypher", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .SelectMany(path => StatementEnd().Split(File.ReadAllText(path)))
            .Select(statement => statement.Trim())
            .Where(statement => statement.Length > 0)];
    }

    [GeneratedRegex(@";\s*(?:\n|$)")]
    private static partial Regex StatementEnd();
}
