namespace Graph.OpenCypher.Tests.Scenarios;

/// <summary>Where openCypher's scenarios lie: OPENCYPHER_TCK, else ../shared/opencypher-tck beside the repository.</summary>
internal static class TckLocation
{
    public const string Variable = "OPENCYPHER_TCK";

    /// <summary>The folder that holds <c>features</c> and <c>graphs</c>; null where there is none.</summary>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } set)
        {
            return Holding(set) ?? throw new InvalidOperationException($"{Variable} is {set}, where there is no folder 'features'.");
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Graph.sln")) && folder.Parent is { } beside)
            {
                return Holding(Path.Combine(beside.FullName, "shared", "opencypher-tck"));
            }
        }

        return null;
    }

    private static string? Holding(string folder) => new[] { folder, Path.Combine(folder, "tck") }
        .FirstOrDefault(static candidate => Directory.Exists(Path.Combine(candidate, "features")));
}
