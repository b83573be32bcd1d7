using System.Xml.Linq;

namespace Graph.Architecture.Tests;

/// <summary>Projects may refer only to those before them: Model, Language, Extraction; Model, Store, Neo4j; Embedded to none.</summary>
public sealed class DependencyTests
{
    public static TheoryData<string, string[]> Allowed => new()
    {
        { "Graph.Model", [] },
        { "Graph.Language", ["Graph.Model"] },
        { "Graph.Extraction", ["Graph.Model", "Graph.Language"] },
        { "Graph.Store", ["Graph.Model"] },
        { "Graph.Neo4j", ["Graph.Model", "Graph.Store"] },
        { "Graph.Embedded", [] },
        { "Graph.Training", ["Graph.Model", "Graph.Language", "Graph.Extraction"] },
    };

    [Theory]
    [MemberData(nameof(Allowed))]
    public void a_project_refers_only_to_those_before_it(string project, string[] allowed)
    {
        var references = XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj"))
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

        Assert.Empty(references.Except(allowed));
    }

    [Fact]
    public void every_source_project_is_in_the_table_or_the_worker()
    {
        var known = Allowed.Select(row => row.Data.Item1).Append("Graph.Worker");
        var projects = Directory.GetDirectories(Path.Combine(Repository.Root, "src")).Select(Path.GetFileName);

        Assert.Equal(known.Order(StringComparer.Ordinal), projects.Order(StringComparer.Ordinal));
    }
}
