namespace Graph.Worker.Configuration;

/// <summary>Finds the folders that belong to the product: <c>cypher</c> and <c>seeds</c>.</summary>
internal static class ContentFolder
{
    /// <summary>The folder in the working directory, so that a user's own files win, else the copy beside the program; null where neither is.</summary>
    public static string? Find(string name)
    {
        string[] candidates = [Path.GetFullPath(name), Path.Combine(AppContext.BaseDirectory, name)];
        return candidates.FirstOrDefault(Directory.Exists);
    }
}
