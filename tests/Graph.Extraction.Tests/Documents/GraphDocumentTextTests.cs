using Graph.Extraction.Documents;

namespace Graph.Extraction.Tests.Documents;

/// <summary>The graph of an article as people read it.</summary>
/// <remarks>After a change that is wanted, the variable GRAPH_APPROVE names the folder that the approved files are written to again.</remarks>
public sealed class GraphDocumentTextTests(ExtractorFixture fixture)
{
    [Theory]
    [InlineData("grain-talks", "2031-05-14")]
    [InlineData("harbour-attack", "2031-06-02")]
    public void Shows_each_sentence_with_its_mentions_and_its_facts(string name, string date)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Documents", "Approved");
        var text = File.ReadAllText(Path.Combine(folder, name + ".txt"));

        var actual = GraphDocumentText.Of(fixture.Extract(text, DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture)));

        var file = name + ".approved.txt";
        if (Environment.GetEnvironmentVariable("GRAPH_APPROVE") is { Length: > 0 } approved)
        {
            File.WriteAllText(Path.Combine(approved, file), actual);
        }

        Assert.Equal(File.ReadAllText(Path.Combine(folder, file)), actual);
    }
}
