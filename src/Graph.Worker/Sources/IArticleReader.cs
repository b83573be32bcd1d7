namespace Graph.Worker.Sources;

/// <summary>Reads the articles of one format.</summary>
/// <remarks>Readers are pure and asked in order; the first that recognises the text reads it.</remarks>
public interface IArticleReader
{
    /// <summary>Whether the text is of this reader's format, judged by content first and by extension where content leaves it open.</summary>
    bool Recognises(SourceText source);

    /// <summary>The entries of the source in order; a broken entry loses only itself.</summary>
    IEnumerable<SourceEntry> Read(SourceText source);
}
