using System.Collections.Frozen;
using Graph.Language.Resources;

namespace Graph.Language.Tokenisation;

/// <summary>The word lists of the tokeniser. Look-ups take spans and allocate nothing.</summary>
internal sealed class TokenisationLexicon
{
    private readonly FrozenDictionary<string, AbbreviationKind>.AlternateLookup<ReadOnlySpan<char>> abbreviations;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> joined;
    private readonly string[] endings;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> elisions;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> prefixes;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> units;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> emoticons;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> domains;

    private TokenisationLexicon()
    {
        abbreviations = Abbreviations().GetAlternateLookup<ReadOnlySpan<char>>();
        var clitics = EmbeddedLines.Read("Tokenisation.clitics.txt").Select(line => line.Text).ToList();
        joined = clitics.Where(entry => entry[0] != '+')
            .ToFrozenDictionary(entry => entry.Replace("+", "", StringComparison.Ordinal), Cuts, StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
        endings = [.. clitics.Where(entry => entry[0] == '+').Select(entry => entry[1..])];
        elisions = Words("elisions.txt", StringComparer.Ordinal);
        prefixes = Words("hyphen-prefixes.txt", StringComparer.OrdinalIgnoreCase);
        units = Words("units.txt", StringComparer.OrdinalIgnoreCase);
        emoticons = Words("emoticons.txt", StringComparer.Ordinal);
        domains = Words("domains.txt", StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The lists that come with the product.</summary>
    public static TokenisationLexicon Default { get; } = new();

    /// <summary>Longest face in the list.</summary>
    public const int LongestEmoticon = 4;

    public bool TryGetAbbreviation(ReadOnlySpan<char> form, out AbbreviationKind kind) =>
        abbreviations.TryGetValue(form, out kind);

    /// <summary>Where a whole word is parted: bit i set means a cut before character i.</summary>
    /// <param name="plain">The word in lower case with plain apostrophes.</param>
    public bool TryGetCuts(ReadOnlySpan<char> plain, out int cuts) => joined.TryGetValue(plain, out cuts);

    /// <summary>Length of the clitic at the end of a word; 0 where there is none.</summary>
    /// <param name="plain">The word in lower case with plain apostrophes.</param>
    public int CliticLength(ReadOnlySpan<char> plain)
    {
        foreach (var ending in endings)
        {
            if (plain.Length > ending.Length && plain.EndsWith(ending, StringComparison.Ordinal))
            {
                return ending.Length;
            }
        }

        return 0;
    }

    public bool IsElision(ReadOnlySpan<char> plain) => elisions.Contains(plain);

    public bool IsPrefix(ReadOnlySpan<char> form) => prefixes.Contains(form);

    public bool IsUnit(ReadOnlySpan<char> form) => units.Contains(form);

    public bool IsEmoticon(ReadOnlySpan<char> form) => emoticons.Contains(form);

    public bool IsDomain(ReadOnlySpan<char> form) => domains.Contains(form);

    private static FrozenDictionary<string, AbbreviationKind> Abbreviations()
    {
        var entries = new Dictionary<string, AbbreviationKind>(StringComparer.Ordinal);
        foreach (var line in EmbeddedLines.Read("Tokenisation.abbreviations.txt"))
        {
            var columns = line.Text.Split('\t');
            if (columns.Length != 2 || !Enum.TryParse<AbbreviationKind>(columns[1], ignoreCase: true, out var kind))
            {
                throw line.Fault("an entry is a form, a tab and one of title, number, month, word");
            }

            var form = columns[0];
            entries.TryAdd(form, kind);
            entries.TryAdd(form.ToUpperInvariant(), kind);
            entries.TryAdd(char.ToUpperInvariant(form[0]) + form[1..], kind);
        }

        return entries.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static int Cuts(string entry)
    {
        var (cuts, position) = (0, 0);
        foreach (var c in entry)
        {
            if (c == '+')
            {
                cuts |= 1 << position;
            }
            else
            {
                position++;
            }
        }

        return cuts;
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words(string file, StringComparer comparer) =>
        EmbeddedLines.Read("Tokenisation." + file).Select(line => line.Text)
            .ToFrozenSet(comparer).GetAlternateLookup<ReadOnlySpan<char>>();
}
