using System.Globalization;
using System.Text;

namespace Graph.Training.Learning;

/// <summary>What a model was made of and what it reaches, written beside it.</summary>
/// <param name="Title">What the model does.</param>
/// <param name="Command">The command that trains it again.</param>
/// <param name="Corpora">A line for each corpus: name, what is used of it, licence.</param>
/// <param name="Recipe">A line for each setting.</param>
/// <param name="Scores">Names and values on development data.</param>
internal sealed record ModelCard(
    string Title, string Command, IReadOnlyList<string> Corpora, IReadOnlyList<string> Recipe,
    IReadOnlyList<(string Name, double Value)> Scores)
{
    /// <summary>The card as Markdown; equal contents give equal text.</summary>
    public string ToMarkdown(string file, int bytes)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {Title}\n\n`{file}`, {bytes:N0} bytes. Trained by\n\n    {Command}\n");
        Section(text, "Corpora", Corpora);
        Section(text, "Recipe", Recipe);
        Section(text, "Scores", Scores.Select(score => string.Create(CultureInfo.InvariantCulture, $"{score.Name}: {score.Value:F2}")));
        return text.ToString();
    }

    private static void Section(StringBuilder text, string heading, IEnumerable<string> lines)
    {
        text.Append("\n## ").Append(heading).Append("\n\n");
        foreach (var line in lines)
        {
            text.Append("- ").Append(line).Append('\n');
        }
    }
}
