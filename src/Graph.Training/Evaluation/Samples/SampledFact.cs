using System.Globalization;
using System.Text;
using Graph.Model;

namespace Graph.Training.Evaluation.Samples;

/// <summary>A relationship that was drawn, with the graph it comes from.</summary>
internal sealed record SampledFact(GraphDocument Document, Fact Fact)
{
    /// <summary>For a person to judge: ids, names and properties, then each passage with its offsets and its whole sentence.</summary>
    public string Describe()
    {
        var entities = Document.Entities.ToDictionary(entity => entity.Id, StringComparer.Ordinal);
        var text = new StringBuilder();
        text.Append(Document.Article.Id).Append(' ').Append(Fact.Id).Append('\n');
        text.Append("  ").Append(Name(entities[Fact.From])).Append(" -").Append(Fact.Polarity ? "" : "not ").Append(Fact.Type).Append("-> ")
            .Append(Name(entities[Fact.To])).Append("  ").Append(Fact.Certainty.Text());
        foreach (var (name, value) in Fact.Properties)
        {
            text.Append("  ").Append(name).Append('=').Append(value is IEnumerable<string> values ? string.Join('|', values) : string.Create(CultureInfo.InvariantCulture, $"{value}"));
        }

        text.Append('\n');
        foreach (var evidence in Fact.Evidence)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {evidence.Span.Start}..{evidence.Span.End} \"{evidence.Cue}\" ({evidence.Rule}) [{evidence.Sentence}] ")
                .Append(OneLine(Document.Sentences[evidence.Sentence].Of(Document.Article.Text))).Append('\n');
        }

        return text.ToString();
    }

    private static string Name(Entity entity) => $"{OneLine(entity.Name)} <{entity.Id}>";

    private static string OneLine(string passage) => string.Join(' ', passage.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
