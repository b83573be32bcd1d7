namespace Graph.Language.Tokenisation;

/// <summary>Decides between which tokens a sentence ends.</summary>
internal sealed class SentenceSplitter(TokenisationLexicon lexicon)
{
    /// <summary>Adds the sentences of the buffered tokens to the buffer.</summary>
    public void Split(string text, TokenBuffer buffer)
    {
        var first = 0;
        for (var i = 0; i < buffer.Tokens.Length; i++)
        {
            if (i + 1 == buffer.Tokens.Length || IsBoundary(text, buffer.Tokens, first, i))
            {
                buffer.AddSentence(first, i + 1);
                first = i + 1;
            }
        }
    }

    /// <summary>Whether the sentence ends behind token <paramref name="i"/>.</summary>
    private bool IsBoundary(string text, ReadOnlySpan<TokenSpan> tokens, int first, int i)
    {
        var breaks = LineBreaks(text, tokens[i].End, tokens[i + 1].Start);
        if (breaks > 1)
        {
            return true;
        }

        if (tokens[i + 1].JoinsPrevious || IsCloser(text, tokens, i + 1))
        {
            return false;
        }

        var last = i;
        while (last > first && IsCloser(text, tokens, last))
        {
            last--;
        }

        var next = text[tokens[i + 1].Start];
        if (!IsTerminal(text, tokens[last], out var isCertain))
        {
            return false;
        }

        var isCapital = !char.IsLower(next) && next is not (',' or ';' or ':' or '-' or '\u2013' or '\u2014');
        return isCertain ? isCapital || breaks > 0 : isCapital && MayFollowAbbreviation(text, tokens, i + 1);
    }

    private bool IsTerminal(string text, TokenSpan token, out bool isCertain)
    {
        var form = text.AsSpan(token.Start, token.End - token.Start);
        isCertain = form[^1] is '.' or '!' or '?' or '\u2026' && (form.Length == 1 || !Letters.IsWord(form[0]));
        if (isCertain || form[^1] != '.')
        {
            return isCertain;
        }

        return lexicon.TryGetAbbreviation(form, out var kind) ? kind == AbbreviationKind.Word : form.Length > 2;
    }

    private static bool MayFollowAbbreviation(string text, ReadOnlySpan<TokenSpan> tokens, int i)
    {
        var form = text.AsSpan(tokens[i].Start, tokens[i].End - tokens[i].Start);
        return form is "The" or "A" or "An" or "He" or "She" or "It" or "They" or "We" or "I" or "In" or "On" or "But" or "And" or "This" or "That" or "However";
    }

    private static bool IsCloser(string text, ReadOnlySpan<TokenSpan> tokens, int i)
    {
        var c = text[tokens[i].Start];
        if (tokens[i].End - tokens[i].Start > 2)
        {
            return false;
        }

        return Letters.IsClosingBracket(c) || c == '\u201d'
            || (c is '"' or '\'' or '\u2019' && i > 0 && tokens[i - 1].End == tokens[i].Start);
    }

    private static int LineBreaks(string text, int start, int end)
    {
        var count = 0;
        for (var i = start; i < end; i++)
        {
            if (text[i] is '\n' or '\u2029' || (text[i] == '\r' && (i + 1 >= end || text[i + 1] != '\n')))
            {
                count++;
            }
        }

        return count;
    }
}
