namespace Graph.Worker.Sources;

/// <summary>Turns the paths of a command line into single sources.</summary>
internal static class SourceLocator
{
    /// <summary>Names standard input in messages and on the command line.</summary>
    public const string StandardInput = "-";

    /// <summary>A folder becomes its files, recursed, in ordinal order of their paths; hidden files and folders are left out. Anything else stays.</summary>
    public static IEnumerable<string> Expand(string path)
    {
        if (!Directory.Exists(path))
        {
            return [path];
        }

        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.Hidden | FileAttributes.System };
        return Directory.EnumerateFiles(path, "*", options)
            .Order(StringComparer.Ordinal);
    }

    /// <summary>The address where the path is one; null for files.</summary>
    public static Uri? Address(string path) =>
        Uri.TryCreate(path, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null;
}
