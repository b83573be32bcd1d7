using System.Collections.Immutable;
using System.Globalization;

namespace Graph.Extraction.Tests.Documents;

/// <summary>The texts of the sample articles.</summary>
internal static class SeedArticles
{
    public static ImmutableArray<string> Names { get; } =
        [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Seeds"), "*.txt").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    public static string Text(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Seeds", name + ".txt"));

    /// <summary>The day that the name of an article begins with.</summary>
    public static DateOnly Date(string name) => DateOnly.ParseExact(name[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
