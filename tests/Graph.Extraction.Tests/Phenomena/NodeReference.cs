using Graph.Model;

namespace Graph.Extraction.Tests.Phenomena;

/// <summary>Says which nodes are meant.</summary>
/// <remarks>
/// <c>Norway</c>: the node of that name or alias. <c>Meeting</c>, any label: every node of it. <c>Office:foreign minister</c>:
/// the nodes of a label with these words in their name or an alias. <c>*</c>: every node.
/// </remarks>
internal sealed class NodeReference
{
    private static readonly HashSet<string> KnownLabels = new(StringComparer.Ordinal)
    {
        Labels.Person, Labels.State, Labels.Organisation, Labels.Office, Labels.Place, Labels.Meeting, Labels.Trip, Labels.Attack,
        Labels.Conflict, Labels.Action, Labels.Agreement, Labels.Policy, Labels.Statement, Labels.Source,
    };

    private readonly string label;
    private readonly string words;

    private NodeReference(string label, string words) => (this.label, this.words) = (label, words);

    public static NodeReference Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return text == "*" ? new("", "")
            : KnownLabels.Contains(text) ? new(text, "")
            : colon > 0 && KnownLabels.Contains(text[..colon]) ? new(text[..colon], Fold(text[(colon + 1)..]))
            : new("", Fold(text));
    }

    public bool Matches(Entity entity)
    {
        if (label.Length > 0)
        {
            return entity.Labels[0] == label && (words.Length == 0 || Forms(entity).Any(form => form.Contains(words, StringComparison.Ordinal)));
        }

        return words.Length == 0 || Forms(entity).Contains(words, StringComparer.Ordinal);
    }

    private static IEnumerable<string> Forms(Entity entity) => entity.Aliases.Prepend(entity.Name).Select(Fold);

    private static string Fold(string text)
    {
        var folded = text.Trim().ToLowerInvariant();
        return folded.StartsWith("the ", StringComparison.Ordinal) ? folded[4..] : folded;
    }
}
