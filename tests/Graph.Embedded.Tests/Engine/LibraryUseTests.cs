using System.Text.RegularExpressions;
using Graph.Embedded.Values;

namespace Graph.Embedded.Tests.Engine;

/// <summary>The README shows the engine used alone; what it shows is what runs here.</summary>
public sealed partial class LibraryUseTests
{
    [Fact]
    public void The_lines_of_the_README_run_and_find_what_they_wrote()
    {
        var folder = Directory.CreateTempSubdirectory("graph-library-").FullName;
        var output = new StringWriter();
        try
        {
            Use(Path.Combine(folder, "data"), output);
            Use(Path.Combine(folder, "data"), output);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        Assert.Equal($"Ada knows 1{output.NewLine}Ada knows 1{output.NewLine}", output.ToString());
    }

    [Fact]
    public void The_README_shows_these_lines()
    {
        var here = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Engine", "LibraryUseTests.cs"));
        var readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Engine", "README.md"));
        var shown = Shown().Match(readme).Groups[1].Value;
        var run = Run().Match(here).Groups[1].Value.Replace("output.WriteLine", "Console.WriteLine", StringComparison.Ordinal)
            .Replace("(folder", "(\"data\"", StringComparison.Ordinal);

        Assert.NotEmpty(shown);
        Assert.Equal(Lines(shown), Lines(run));
    }

    private static void Use(string folder, StringWriter output)
    {
        // <lines>
        using var database = EmbeddedDatabase.Open(folder);
        var names = new MapValue(["from", "to"], [Value.Of("Ada"), Value.Of("Bob")]);
        database.Run("MERGE (a:Person {name: $from}) MERGE (b:Person {name: $to}) MERGE (a)-[:KNOWS]->(b)", names).Dispose();

        using var result = database.Run("MATCH (a:Person)-[:KNOWS]->(b) RETURN a.name AS name, count(b) AS known");
        while (result.MoveNext())
        {
            output.WriteLine($"{result.Current[0].AsString} knows {result.Current[1].AsInteger}");
        }
        // </lines>
    }

    private static string[] Lines(string text) => [.. text.Split('\n').Select(static line => line.Trim()).Where(static line => line.Length > 0)];

    [GeneratedRegex(@"using Graph\.Embedded\.Values;\s+(using var database.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Shown();

    [GeneratedRegex(@"// <lines>(.*?)// </lines>", RegexOptions.Singleline)]
    private static partial Regex Run();
}
