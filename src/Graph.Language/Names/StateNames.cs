using Graph.Language.Resources;

namespace Graph.Language.Names;

/// <summary>Names of states, present and recent, and the adjectives and nouns of their nationality.</summary>
/// <remarks>States are a closed class: a list decides between state and place better than a model trained on few examples.</remarks>
public sealed class StateNames
{
    private readonly HashSet<string> states = new(StringComparer.Ordinal);
    private readonly HashSet<string> nationalities = new(StringComparer.Ordinal);

    private StateNames()
    {
        foreach (var line in EmbeddedLines.Read("Names.states.txt"))
        {
            var parts = line.Text.Split('|', StringSplitOptions.TrimEntries);
            states.UnionWith(parts[0].Split(',', StringSplitOptions.TrimEntries).Select(name => name.ToUpperInvariant()));
            if (parts.Length > 1)
            {
                nationalities.UnionWith(parts[1].Split(',', StringSplitOptions.TrimEntries));
            }
        }
    }

    /// <summary>The list that comes with the product.</summary>
    public static StateNames Default { get; } = new();

    /// <summary>Whether a name, in any case and with or without "the", is that of a state. "us" in small letters is a pronoun.</summary>
    public bool IsState(string name)
    {
        var bare = name.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? name[4..] : name;
        return bare.Length > 0 && char.IsUpper(bare[0]) && states.Contains(Unified(bare));
    }

    /// <summary>Whether a word is an adjective or noun of nationality ("Syrian", "Danes").</summary>
    public bool IsNationality(string word) => nationalities.Contains(word);

    private static string Unified(string name) => name.Replace('\u2019', '\'').ToUpperInvariant();
}
