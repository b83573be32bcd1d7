namespace Graph.Worker.Sources;

/// <summary>Turns the paths of a command line into single sources.</summary>
internal static class SourceLocator
{
    /// <summary>Names standard input in messages and on the command line.</summary>
    public const string StandardInput = "-";

    private static readonly EnumerationOptions Visible =
        new() { AttributesToSkip = FileAttributes.Hidden | FileAttributes.System, IgnoreInaccessible = false };

    /// <summary>
    /// A folder becomes its files, recursed, in ordinal order of their paths; hidden files and folders and links to folders are
    /// left out. A folder that cannot be read, or holds no file, stands for itself, to be refused by name. Anything else stays.
    /// </summary>
    public static IReadOnlyList<string> Expand(string path)
    {
        if (!Directory.Exists(path))
        {
            return [path];
        }

        var found = new List<string>();
        var folders = new Stack<string>([path]);
        while (folders.TryPop(out var folder))
        {
            try
            {
                found.AddRange(Directory.EnumerateFiles(folder, "*", Visible));
                foreach (var inner in new DirectoryInfo(folder).EnumerateDirectories("*", Visible).Where(inner => inner.LinkTarget is null))
                {
                    folders.Push(Path.Combine(folder, inner.Name));
                }
            }
            catch (Exception exception) when (exception is UnauthorizedAccessException or IOException)
            {
                found.Add(folder);
            }
        }

        found.Sort(StringComparer.Ordinal);
        return found.Count > 0 ? found : [path];
    }

    /// <summary>The address where the path is one; null for files.</summary>
    public static Uri? Address(string path) =>
        Uri.TryCreate(path, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;
}
