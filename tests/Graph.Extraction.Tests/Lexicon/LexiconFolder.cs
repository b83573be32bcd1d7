namespace Graph.Extraction.Tests.Lexicon;

/// <summary>A user's lexicon folder that lasts as long as a test.</summary>
internal sealed class LexiconFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("lexicon").FullName;

    /// <summary>Adds a file; its columns are written parted by | and stand in it parted by tabs.</summary>
    public LexiconFolder With(string file, params IEnumerable<string> lines)
    {
        File.WriteAllLines(System.IO.Path.Combine(Path, file), lines.Select(line => line.Replace('|', '\t')));
        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
