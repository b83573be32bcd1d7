using Graph.Model;

namespace Graph.Extraction;

/// <summary>Reads the entities and facts of one article. The rule-based extractor and the optional LLM extractor both stand behind it.</summary>
public interface IExtractor
{
    /// <summary>Name and version written into provenance, such as <c>rules/1</c>.</summary>
    string Version { get; }

    /// <summary>The article's graph. Equal articles give equal documents.</summary>
    ValueTask<GraphDocument> ExtractAsync(Article article, CancellationToken cancellationToken);
}
