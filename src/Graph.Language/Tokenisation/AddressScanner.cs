namespace Graph.Language.Tokenisation;

/// <summary>Recognises urls, mail addresses, @handles and #tags, which are one token each.</summary>
internal sealed class AddressScanner(TokenisationLexicon lexicon)
{
    /// <summary>End of the address that begins at <paramref name="i"/>; <paramref name="i"/> where there is none.</summary>
    /// <param name="start">Start of the run without gaps.</param>
    /// <param name="end">End of the run without gaps.</param>
    public int End(string text, int start, int i, int end)
    {
        var rest = text.AsSpan(i, end - i);
        if (rest.Length < 3 || (i > start && Letters.IsWord(text[i - 1])))
        {
            return i;
        }

        if (rest[0] is '@' or '#')
        {
            return char.IsLetter(rest[1]) ? NameEnd(text, i + 1, end) : i;
        }

        if (!Letters.IsWord(rest[0]))
        {
            return i;
        }

        var isUrl = rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
            || rest.Contains("://", StringComparison.Ordinal) && HasScheme(rest);
        return isUrl ? UrlEnd(text, i, end) : MailEnd(text, i, end);
    }

    private static bool HasScheme(ReadOnlySpan<char> rest)
    {
        foreach (var c in rest[..rest.IndexOf("://", StringComparison.Ordinal)])
        {
            if (!char.IsAsciiLetter(c))
            {
                return false;
            }
        }

        return true;
    }

    private static int NameEnd(string text, int i, int end)
    {
        while (i < end && (Letters.IsWord(text[i]) || text[i] == '_' || (text[i] == '.' && i + 1 < end && Letters.IsWord(text[i + 1]))))
        {
            i++;
        }

        return i;
    }

    private static int UrlEnd(string text, int start, int end)
    {
        var i = start;
        while (i < end && text[i] is not ('<' or '>' or '"' or '\u201c' or '\u201d' or '\u2019'))
        {
            i++;
        }

        while (i > start && (text[i - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or ']' || IsUnopened(text, start, i)))
        {
            i--;
        }

        return i;
    }

    /// <summary>Whether the address ends in a closing bracket that it did not open: "(see www.un.org)".</summary>
    private static bool IsUnopened(string text, int start, int end) =>
        text[end - 1] == ')' && !text.AsSpan(start, end - start).Contains('(');

    private int MailEnd(string text, int start, int end)
    {
        var i = start;
        while (i < end && (Letters.IsWord(text[i]) || text[i] is '.' or '_' or '-' or '+' or '%'))
        {
            i++;
        }

        if (i == start || i + 1 >= end || text[i] != '@')
        {
            return start;
        }

        var host = i + 1;
        i = host;
        while (i < end && (Letters.IsWord(text[i]) || text[i] is '-' or '_' || (text[i] == '.' && i + 1 < end && Letters.IsWord(text[i + 1]))))
        {
            i++;
        }

        var dot = text.LastIndexOf('.', i - 1, i - host);
        return dot < 0 || lexicon.IsDomain(text.AsSpan(dot + 1, i - dot - 1)) || i == end || !Letters.IsWord(text[i]) ? i : start;
    }
}
