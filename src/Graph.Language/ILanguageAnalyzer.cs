namespace Graph.Language;

/// <summary>Turns raw text into sentences, tokens, tags, trees, names, dates and quantities.</summary>
/// <remarks>Implementations are pure: equal input gives an equal document; instances may be shared between threads.</remarks>
public interface ILanguageAnalyzer
{
    /// <summary>Analyses an article's raw text (title, blank line, body).</summary>
    /// <param name="text">The raw text; offsets in the result count in it.</param>
    /// <param name="date">Document date for relative expressions; null leaves them unresolved.</param>
    ParsedDocument Analyze(string text, DateOnly? date);
}
