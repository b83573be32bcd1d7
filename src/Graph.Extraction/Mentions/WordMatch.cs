using System.Collections.Immutable;
using Graph.Extraction.Syntax;

namespace Graph.Extraction.Mentions;

/// <summary>Matches lexicon words against tokens.</summary>
internal static class WordMatch
{
    /// <summary>Index of the first token of the words that end at a token; -1 where they do not stand there. Hyphens between the words are passed over.</summary>
    public static int EndingAt(SentenceSyntax syntax, int last, ImmutableArray<string> words)
    {
        var token = last;
        for (var i = words.Length - 1; i >= 0; i--)
        {
            while (token >= 0 && i < words.Length - 1 && syntax[token].Form == "-")
            {
                token--;
            }

            if (token < 0 || !Is(syntax, token, words[i]))
            {
                return -1;
            }

            token--;
        }

        return token + 1;
    }

    /// <summary>Whether a token is the word, or an inflected form of it.</summary>
    public static bool Is(SentenceSyntax syntax, int token, string word)
    {
        var form = WithoutPrefix(syntax[token].Form);
        return form.Equals(word, StringComparison.OrdinalIgnoreCase)
            || syntax[token].Lemma.Equals(word, StringComparison.OrdinalIgnoreCase)
            || (form.Length == word.Length + 1 && form[^1] == 's' && form.StartsWith(word, StringComparison.OrdinalIgnoreCase));
    }

    // "ex-president" is a president's title.
    private static string WithoutPrefix(string form) => form.StartsWith("ex-", StringComparison.OrdinalIgnoreCase) ? form[3..] : form;

    /// <summary>Candidate keys of a token in an index by last word.</summary>
    public static IEnumerable<string> Keys(SentenceSyntax syntax, int token)
    {
        var form = WithoutPrefix(syntax[token].Form).ToLowerInvariant();
        var lemma = syntax[token].Lemma.ToLowerInvariant();
        yield return form;
        if (lemma != form)
        {
            yield return lemma;
        }

        if (form.Length > 3 && form[^1] == 's' && form[..^1] != lemma)
        {
            yield return form[..^1];
        }
    }
}
