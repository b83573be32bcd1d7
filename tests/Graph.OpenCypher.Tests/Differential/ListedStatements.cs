using Graph.Embedded.Values;

namespace Graph.OpenCypher.Tests.Differential;

/// <summary>Statements of a file, each ended by a semicolon at the end of a line; they run one after another on one graph.</summary>
internal static class ListedStatements
{
    private static readonly Dictionary<string, Value> None = [];

    public static IEnumerable<string> Files => Directory.EnumerateFiles(Folder, "*.cypher").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!;

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Differential", "Statements");

    public static string[] Read(string file) =>
        [.. File.ReadAllText(Path.Combine(Folder, file + ".cypher")).Split(";\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>Where the servers differ, one text a statement.</summary>
    public static async Task<IReadOnlyList<string>> CompareAsync(IAnswering mine, IAnswering theirs, IEnumerable<string> statements)
    {
        var differences = new List<string>();
        foreach (var server in new[] { mine, theirs })
        {
            await server.RunAsync("MATCH (n) DETACH DELETE n", None);
        }

        foreach (var statement in statements)
        {
            var (actual, expected) = (await mine.RunAsync(statement, None), await theirs.RunAsync(statement, None));
            var difference = actual.DifferenceFrom(expected, statement.Contains("ORDER BY", StringComparison.OrdinalIgnoreCase))
                ?? (await mine.RunAsync(DifferentialRun.Dump, None)).DifferenceFrom(await theirs.RunAsync(DifferentialRun.Dump, None), isOrdered: false);
            if (difference is not null)
            {
                differences.Add($"{statement}\n  {difference}");
            }
        }

        return differences;
    }
}
