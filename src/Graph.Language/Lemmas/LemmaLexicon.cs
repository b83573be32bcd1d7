using System.Collections.Frozen;
using Graph.Language.Resources;

namespace Graph.Language.Lemmas;

/// <summary>The exceptions to the rules of inflection.</summary>
internal sealed class LemmaLexicon
{
    private readonly FrozenDictionary<string, string> verbs = Inflected("verbs.txt");
    private readonly FrozenDictionary<string, string> nouns = Inflected("nouns.txt");
    private readonly FrozenDictionary<(string Tag, string Form), string> words = Words();
    private readonly FrozenSet<string> stemsInE = Entries("verbs-in-e.txt").Select(verb => verb[..^1]).ToFrozenSet(StringComparer.Ordinal);
    private readonly FrozenSet<string> doublingL = Entries("verbs-with-one-consonant.txt").ToFrozenSet(StringComparer.Ordinal);
    private readonly FrozenSet<string> doubledStems = Entries("doubled-stems.txt").ToFrozenSet(StringComparer.Ordinal);
    private readonly FrozenSet<string> capitalised = Entries("capitalised-endings.txt").ToFrozenSet(StringComparer.Ordinal);

    public bool TryGetVerb(string form, out string? lemma) => verbs.TryGetValue(form, out lemma);

    public bool TryGetNoun(string form, out string? lemma) => nouns.TryGetValue(form, out lemma);

    /// <summary>Looks a single word up by its Penn tag and form in lower case.</summary>
    public bool TryGetWord(string tag, string form, out string? lemma) => words.TryGetValue((tag, form), out lemma);

    /// <summary>Whether a stem is that of a verb in -e.</summary>
    public bool EndsInE(string stem) => stemsInE.Contains(stem);

    public bool DoublesL(string verb) => doublingL.Contains(verb);

    public bool HasDoubledStem(string stem) => doubledStems.Contains(stem);

    /// <summary>Whether an adjective or noun with a capital is one of nation, faith or party, which keeps it.</summary>
    public bool KeepsCapital(string form)
    {
        for (var length = Math.Min(form.Length, 8); length > 1; length--)
        {
            if (capitalised.GetAlternateLookup<ReadOnlySpan<char>>().Contains(form.AsSpan(form.Length - length)))
            {
                return true;
            }
        }

        return capitalised.Contains(form);
    }

    private static IEnumerable<string> Entries(string file) =>
        EmbeddedLines.Read("Lemmas." + file).Select(line => line.Text);

    private static FrozenDictionary<string, string> Inflected(string file)
    {
        var entries = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in Entries(file))
        {
            var forms = entry.Split('\t');
            foreach (var form in forms)
            {
                entries.TryAdd(form, forms[0]);
            }
        }

        return entries.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<(string, string), string> Words()
    {
        var entries = new Dictionary<(string, string), string>();
        foreach (var line in EmbeddedLines.Read("Lemmas.words.txt"))
        {
            var columns = line.Text.Split('\t');
            if (columns.Length != 3)
            {
                throw line.Fault("an entry is a Penn tag, a form and a lemma, parted by tabs");
            }

            entries.Add((columns[0], columns[1]), columns[2]);
        }

        return entries.ToFrozenDictionary();
    }
}
