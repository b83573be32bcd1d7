namespace Graph.Worker.Pipeline;

/// <summary>What the extractor knows beyond the product's own lexicon; section <c>Graph:Extraction</c>.</summary>
public sealed class ExtractionOptions
{
    /// <summary>Folder with files in the form of <c>seeds/lexicon</c>; their entries replace the product's with the same key. The default is none.</summary>
    public string? Lexicon { get; set; }
}
