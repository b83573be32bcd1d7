namespace Graph.Architecture.Tests;

public sealed class RepositoryTests
{
    [Fact]
    public void nothing_but_the_agreed_stands_at_the_top()
    {
        string[] agreed = ["Graph.sln", "LICENSE", "README.md", "cypher", "seeds", "src", "tests"];
        var visible = Directory.GetFileSystemEntries(Repository.Root).Select(path => Path.GetFileName(path)!)
            .Where(name => !name.StartsWith('.') && name is not ("data" or "artifacts"));

        Assert.Equal(agreed, visible.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void every_project_has_a_readme()
    {
        var without = Directory.GetDirectories(Path.Combine(Repository.Root, "src"))
            .Where(folder => !File.Exists(Path.Combine(folder, "README.md")));

        Assert.Empty(without);
    }
}
