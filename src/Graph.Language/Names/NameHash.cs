using System.IO.Hashing;
using System.Runtime.InteropServices;
using Graph.Language.Models;
using Graph.Language.Tokenisation;

namespace Graph.Language.Names;

/// <summary>Hashes of words and phrases, so that names can be looked up without making strings of them.</summary>
/// <remarks>Typographic apostrophes and dashes count as plain ones. One phrase in about 10¹⁵ is mistaken for another.</remarks>
internal static class NameHash
{
    private const int ShortestShouted = 4;

    /// <summary>The hash of one word as written.</summary>
    public static ulong OfWord(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[WordForm.MaxLength];
        return XxHash3.HashToUInt64(MemoryMarshal.AsBytes(WordForm.Normalise(word, buffer)));
    }

    /// <summary>The hash of a word in capitals as it is written elsewhere, "TALLINN" as "Tallinn"; of any other word its own.</summary>
    public static ulong OfQuietWord(ReadOnlySpan<char> word)
    {
        if (!IsShouted(word))
        {
            return OfWord(word);
        }

        Span<char> buffer = stackalloc char[WordForm.MaxLength];
        var quiet = buffer[..Math.Min(word.Length, buffer.Length)];
        WordForm.Lower(word[..quiet.Length], quiet);
        quiet[0] = word[0];
        return OfWord(quiet);
    }

    /// <summary>The hash of a phrase that goes on with a word.</summary>
    public static ulong Append(ulong phrase, ulong word) => (phrase * 0x9E3779B97F4A7C15) ^ word;

    /// <summary>The hash of some tokens.</summary>
    public static ulong OfPhrase(string text, ReadOnlySpan<TokenSpan> tokens)
    {
        var hash = OfQuietWord(tokens[0].Of(text));
        foreach (var token in tokens[1..])
        {
            hash = Append(hash, OfQuietWord(token.Of(text)));
        }

        return hash;
    }

    // Short words in capitals are acronyms, and "WHO" is not "Who".
    private static bool IsShouted(ReadOnlySpan<char> word)
    {
        if (word.Length < ShortestShouted)
        {
            return false;
        }

        foreach (var letter in word)
        {
            if (!char.IsUpper(letter))
            {
                return false;
            }
        }

        return true;
    }
}
