using System.Text;

namespace Graph.Store.Resolution;

/// <summary>Names in the form in which they are compared.</summary>
public static class FoldedName
{
    private const int ShortestInflected = 5;

    private static readonly char[] Separators = [' ', '\u00a0', '\t', '\n', '-', '\u2010', '\u2011', '\u2013'];

    private static readonly string[] Suffixes = ["jr", "sr", "ii", "iii", "iv"];

    // Words that go with the name after them: "al-Harbi" is as short a form as "Rubio". Those that are first names too (Ben, Van) are left out.
    private static readonly string[] Particles = ["al", "el", "bin", "ibn", "abu", "de", "del", "di", "da", "dos", "du", "le", "von", "der", "ter"];

    /// <summary>Lower case, without marks and punctuation, one space between words: <c>Recep Tayyip Erdoğan</c> is <c>recep tayyip erdogan</c>.</summary>
    public static string Of(string name) => string.Join(' ', Tokens(name));

    /// <summary>The folded words of a name.</summary>
    public static IReadOnlyList<string> Tokens(string name) =>
        [.. name.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Select(Fold).Where(token => token.Length > 0)];

    /// <summary>
    /// The words of a person's name that tell them apart: without initials and generational suffixes, and with the endings
    /// that one Slavic or Arabic name is transliterated by (Zelensky, Zelenskyy, Zelenskiy) made one.
    /// </summary>
    public static IReadOnlyList<string> PersonTokens(string name)
    {
        var tokens = Tokens(name).Where(token => !Suffixes.Contains(token, StringComparer.Ordinal)).ToList();
        var words = tokens.Where(token => token.Length > 1).ToList();
        return [.. (words.Count > 0 ? words : tokens).Select(Spelling)];
    }

    /// <summary>The one word that a short form consists of besides particles; null for a full name.</summary>
    public static string? ShortForm(string name) =>
        PersonTokens(name).Where(token => !Particles.Contains(token, StringComparer.Ordinal)).ToList() is [var word] ? word : null;

    private static string Spelling(string token)
    {
        var stem = token.TrimEnd('i', 'y', 'j');
        return token.Length >= ShortestInflected && stem.Length < token.Length ? stem + "y" : token;
    }

    private static string Fold(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var letter in word.ToLowerInvariant())
        {
            if (LatinLetters.BaseOf(letter) is { } plain)
            {
                folded.Append(plain);
            }
            else if (char.IsLetterOrDigit(letter))
            {
                folded.Append(letter);
            }
        }

        return folded.ToString();
    }
}
