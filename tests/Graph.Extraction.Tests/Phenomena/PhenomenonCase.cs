using System.Collections.Immutable;

namespace Graph.Extraction.Tests.Phenomena;

/// <summary>A short text with what a careful analyst would draw from it.</summary>
/// <param name="Phenomenon">Name of the file it stands in.</param>
/// <param name="Name">Its name there.</param>
public sealed record PhenomenonCase(string Phenomenon, string Name, DateOnly? Date, string Text, ImmutableArray<Expectation> Expectations)
{
    public string Id => $"{Phenomenon}/{Name}";
}

/// <summary>One line of what is expected.</summary>
/// <param name="Keyword">What is said of the fields: <c>fact</c>, <c>not</c>, <c>node</c>, <c>absent</c>, <c>count</c>, <c>reads</c>, <c>refers</c> or <c>open</c>.</param>
public sealed record Expectation(string Keyword, ImmutableArray<string> Fields)
{
    /// <summary>A field; empty where the line is shorter.</summary>
    public string this[int field] => field < Fields.Length ? Fields[field] : "";

    public override string ToString() => $"{Keyword} {string.Join(" | ", Fields)}";
}
