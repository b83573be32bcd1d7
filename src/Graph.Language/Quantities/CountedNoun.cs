namespace Graph.Language.Quantities;

/// <summary>Finds what a number counts.</summary>
internal static class CountedNoun
{
    private const int LongestPhrase = 6;

    /// <summary>Lemma of the noun that the number before <paramref name="end"/> counts; null where there is none.</summary>
    /// <param name="first">First token of the number.</param>
    public static string? Find(ReadOnlySpan<Token> tokens, int first, int end)
    {
        var last = end - 1;
        if (tokens[last].Deprel is "nummod" && tokens[last].Head is var head && head >= end && tokens[head].Upos is "NOUN" or "PROPN")
        {
            return tokens[head].Lemma;
        }

        return After(tokens, end) ?? (end < tokens.Length && tokens[end].Form is "of" ? AfterOf(tokens, end + 1) : null);
    }

    private static string? AfterOf(ReadOnlySpan<Token> tokens, int i)
    {
        while (i < tokens.Length && (tokens[i].Upos is "DET" || tokens[i].Xpos is "PRP$"))
        {
            i++;
        }

        return After(tokens, i);
    }

    /// <summary>The head of the noun phrase that begins at <paramref name="i"/>: its last noun.</summary>
    private static string? After(ReadOnlySpan<Token> tokens, int i)
    {
        string? noun = null;
        for (var step = 0; i < tokens.Length && step < LongestPhrase; i++, step++)
        {
            var token = tokens[i];
            if (token.Xpos is "NNS" or "NNPS")
            {
                return token.Lemma;
            }

            if (token.Xpos is "NN")
            {
                noun = token.Lemma;
            }
            else if (!(token.Xpos is "JJ" or "NNP" or "VBN" or "VBG" or "JJR" or "HYPH" || token.Form is "-"))
            {
                break;
            }
        }

        return noun;
    }
}
