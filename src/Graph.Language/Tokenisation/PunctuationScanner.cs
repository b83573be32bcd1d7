namespace Graph.Language.Tokenisation;

/// <summary>Tokens that are no words: punctuation, symbols, faces.</summary>
internal sealed class PunctuationScanner(TokenisationLexicon lexicon)
{
    /// <summary>Adds the token that begins at <paramref name="i"/> and returns its end.</summary>
    public int Scan(string text, int start, int i, int end, TokenBuffer buffer)
    {
        var tokenEnd = EmoticonEnd(text, start, i, end);
        if (tokenEnd == i)
        {
            tokenEnd = RunEnd(text, i, end);
        }

        buffer.AddToken(i, tokenEnd, IsPossessive(text, start, i, buffer));
        return tokenEnd;
    }

    private static int RunEnd(string text, int i, int end)
    {
        var c = text[i];
        var next = i + 1;
        if (c is '.' or '!' or '?' or '\u2026')
        {
            // "?!", "...?" and "!!!" are one token; a stop after "!" ("Yahoo!.") is not part of the run.
            while (next < end && (text[next] == c || text[next] is '!' or '?'))
            {
                next++;
            }
        }
        else if (c is '-' or '*' or '=' or '_' or '~' or '+' or '#' or '<' or '>' or '\'' or '`' || Letters.IsDash(c))
        {
            while (next < end && text[next] == c)
            {
                next++;
            }
        }
        else if (char.IsHighSurrogate(c) && next < end)
        {
            next++;
        }

        return next;
    }

    private int EmoticonEnd(string text, int start, int i, int end)
    {
        if (text[i] is not (':' or ';' or '=' or '<' or '^' or '-') || (i > start && Letters.IsDigit(text[i - 1])))
        {
            return i;
        }

        for (var length = Math.Min(TokenisationLexicon.LongestEmoticon, end - i); length > 1; length--)
        {
            if ((i + length == end || !Letters.IsWord(text[i + length])) && lexicon.IsEmoticon(text.AsSpan(i, length)))
            {
                return i + length;
            }
        }

        return i;
    }

    /// <summary>An apostrophe right after a plural or a name in -s, with no quotation open: "the states' envoys".</summary>
    private static bool IsPossessive(string text, int start, int i, TokenBuffer buffer)
    {
        if (i == start || text[i] is not ('\'' or '\u2019') || char.ToLowerInvariant(text[i - 1]) is not ('s' or 'x' or 'z'))
        {
            return false;
        }

        var tokens = buffer.Tokens;
        for (var t = tokens.Length - 1; t >= 0 && t >= tokens.Length - 40; t--)
        {
            var c = text[tokens[t].Start];
            if (tokens[t].End - tokens[t].Start == 1 && (c is '\u2018' or '\'' or '`') && !tokens[t].JoinsPrevious)
            {
                // An opening quote stands before its word, a closing one behind.
                return tokens[t].Start > 0 && !Letters.IsGap(text[tokens[t].Start - 1]) && !Letters.IsOpeningBracket(text[tokens[t].Start - 1]);
            }
        }

        return true;
    }
}
