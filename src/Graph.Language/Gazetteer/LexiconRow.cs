using System.Collections.Immutable;

namespace Graph.Language.Gazetteer;

/// <summary>An entry of a lexicon file.</summary>
/// <param name="File">The file as messages call it.</param>
/// <param name="Line">Line number, from 1.</param>
public sealed record LexiconRow(string File, int Line, ImmutableArray<string> Columns)
{
    /// <summary>A column with one value.</summary>
    public string this[int column] => Columns[column];

    /// <summary>The values of a column that are parted by |; none where it is empty.</summary>
    public ImmutableArray<string> Values(int column) =>
        Columns[column].Length == 0 ? [] : [.. Columns[column].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>The message for a fault in this entry.</summary>
    public string Fault(string fault) => $"GRA-L010 {File}, line {Line}: {fault}";
}
