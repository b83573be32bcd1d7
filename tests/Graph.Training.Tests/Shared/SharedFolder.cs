namespace Graph.Training.Tests.Shared;

/// <summary>The corpora and gold graphs next to the checkout, where they are present.</summary>
internal static class SharedFolder
{
    /// <summary>Path of a corpus file; skips the test where it is absent.</summary>
    public static string Corpus(params ReadOnlySpan<string> parts) => File(["corpora", .. parts]);

    /// <summary>Path of a file; skips the test where it is absent.</summary>
    public static string File(params ReadOnlySpan<string> parts)
    {
        var path = Path.Combine([Root(), .. parts]);
        if (!System.IO.File.Exists(path))
        {
            Assert.Skip($"{path} is not here; set GRAPH_SHARED to the folder that holds corpora/ and gold/.");
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
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "Graph.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.Parent?.FullName ?? ".", "shared");
    }
}
