namespace Graph.Architecture.Tests;

/// <summary>Where the repository lies on this machine.</summary>
internal static class Repository
{
    /// <summary>The folder that holds <c>Graph.sln</c>.</summary>
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            if (File.Exists(Path.Combine(current.FullName, "Graph.sln")))
            {
                return current.FullName;
            }
        }

        throw new InvalidOperationException($"No Graph.sln above {folder}.");
    }
}
