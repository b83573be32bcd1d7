namespace Graph.Language.Resources;

/// <summary>An entry of a word list and where it stands.</summary>
/// <param name="File">The list's file name.</param>
/// <param name="Number">Line number, from 1.</param>
internal readonly record struct ResourceLine(string File, int Number, string Text)
{
    /// <summary>A fault in this entry, named by file and line.</summary>
    public InvalidDataException Fault(string remedy) =>
        new($"GRA-L001 {File}, line {Number}: \"{Text}\" is no entry: {remedy}.");
}
