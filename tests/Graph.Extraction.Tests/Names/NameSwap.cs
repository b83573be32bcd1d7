using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Graph.Extraction.Tests.Names;

/// <summary>Replaces the names of the sample articles by others of the same kind, each by the same one everywhere.</summary>
/// <remarks>
/// Russia, the United States and Yemen keep theirs: "the Kremlin", "Secretary of State" and "the Houthis" tell them
/// without naming them. A name and what stands for it have the same number of words.
/// </remarks>
internal sealed partial class NameSwap
{
    private readonly Dictionary<string, string> replacements = new(StringComparer.Ordinal);
    private readonly Regex names;

    /// <param name="turn">Which of the possible replacements; each person, state and place gets another with every turn.</param>
    public NameSwap(int turn)
    {
        foreach (var (old, replacement) in Turned("persons.tsv", turn, row => string.Join(' ', row[1..])))
        {
            Add(old[0], replacement[0]);
            Add(Surname(old[0]), Surname(replacement[0]));
        }

        foreach (var (old, replacement) in Turned("states.tsv", turn, row => row[4]))
        {
            Add(old[0], replacement[0]);
            Add(old[1], replacement[0]);
            Add(old[2], replacement[2]);
            Add(old[3], replacement[3]);
        }

        foreach (var (old, replacement) in Turned("places.tsv", turn, row => row[1]))
        {
            Add(old[0], replacement[0]);
        }

        var longestFirst = replacements.Keys.OrderByDescending(name => name.Length).ThenBy(name => name, StringComparer.Ordinal);
        names = new Regex($@"(?<!\w)(?:(?<a>[Aa])n? )?(?<name>{string.Join('|', longestFirst.Select(Regex.Escape))})(?!\w)", RegexOptions.CultureInvariant);
    }

    /// <summary>The text with every name replaced; "a" and "an" before it follow the new name.</summary>
    public string Apply(string text) => names.Replace(text, Replacement);

    /// <summary>What is replaced, in order of position.</summary>
    public IEnumerable<(int Start, int End, string Replacement)> Edits(string text) =>
        names.Matches(text).Select(match => (match.Index, match.Index + match.Length, Replacement(match)));

    private string Replacement(Match match)
    {
        var name = replacements[match.Groups["name"].Value];
        return match.Groups["a"].Success ? $"{match.Groups["a"].Value}{(Vowel().IsMatch(name) ? "n" : "")} {name}" : name;
    }

    private void Add(string old, string replacement)
    {
        if (old.Length > 0)
        {
            replacements.TryAdd(old, replacement);
            replacements.TryAdd(old.ToUpperInvariant(), replacement.ToUpperInvariant());
            replacements.TryAdd(char.ToUpperInvariant(old[0]) + old[1..], char.ToUpperInvariant(replacement[0]) + replacement[1..]);
        }
    }

    private static string Surname(string name) => name[(name.LastIndexOf(' ') + 1)..];

    private static IEnumerable<(string[] Old, string[] New)> Turned(string file, int turn, Func<string[], string> kind)
    {
        var candidates = Rows(file).ToLookup(kind);
        foreach (var group in Rows("seed-" + file).GroupBy(kind))
        {
            var pool = candidates[group.Key].ToImmutableArray();
            foreach (var (old, place) in group.Select((row, place) => (row, place)))
            {
                yield return (old, pool[(place + turn) % pool.Length]);
            }
        }
    }

    private static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Names", file)).Where(line => line[0] != '#').Select(line => line.Split('\t'));

    [GeneratedRegex("^[AEIOUÉ]")]
    private static partial Regex Vowel();
}
