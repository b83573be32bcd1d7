namespace Graph.Training.Tests.Shared;

/// <summary>The corpora next to the checkout, where they are present.</summary>
internal static class SharedFolder
{
    /// <summary>Path of a corpus file; skips the test where it is absent.</summary>
    public static string Corpus(params ReadOnlySpan<string> parts)
    {
        var path = Path.Combine([Root(), "corpora", .. parts]);
        if (!File.Exists(path))
        {
            Assert.Skip($"The corpus {path} is not here; set GRAPH_SHARED to the folder that holds corpora/.");
        }

        return path;
    }

    private static string Root()
    {
        if (Environment.GetEnvironmentVariable("GRAPH_SHARED") is { Length: > 0 } configured)
        {
            return configured;
        }

        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Graph.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.Parent?.FullName ?? ".", "shared");
    }
}
