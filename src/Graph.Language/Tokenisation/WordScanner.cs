namespace Graph.Language.Tokenisation;

/// <summary>Tokens that are words or numbers: finds where one ends, then parts its clitics and units.</summary>
internal sealed class WordScanner(TokenisationLexicon lexicon)
{
    private const int LongestSplitWord = 30;

    /// <summary>Whether a word or number begins at <paramref name="i"/>.</summary>
    public bool Starts(string text, int i, int end)
    {
        var c = text[i];
        return Letters.IsWord(c)
            || (c == '.' && i + 1 < end && Letters.IsDigit(text[i + 1]) && (i == 0 || text[i - 1] != '.'))
            || (Letters.IsApostrophe(c) && i + 1 < end && StartsElision(text, i, end));
    }

    /// <summary>Adds the tokens of the word that begins at <paramref name="start"/> and returns its end.</summary>
    public int Scan(string text, int start, int limit, TokenBuffer buffer)
    {
        var end = WordEnd(text, start, limit);
        end = UnitCut(text, start, end);
        AddWord(text, start, end, buffer);
        return end;
    }

    private bool StartsElision(string text, int i, int end)
    {
        if (Letters.IsDigit(text[i + 1]))
        {
            // "'72", "the '90s"; after a letter or digit it closes a quotation.
            return i == 0 || !Letters.IsWord(text[i - 1]);
        }

        var next = i + 1;
        while (next < end && Letters.IsWord(text[next]))
        {
            next++;
        }

        Span<char> plain = stackalloc char[8];
        return next - i <= plain.Length && next > i + 1 && lexicon.IsElision(ToPlain(text.AsSpan(i, next - i), plain));
    }

    private int WordEnd(string text, int start, int limit)
    {
        var figures = NumberPatterns.FiguresEnd(text, start, limit);
        if (figures > start)
        {
            return figures;
        }

        var i = start + 1;
        while (i < limit)
        {
            if (Letters.IsWord(text[i]) || text[i] == '_' || Letters.IsJoiner(text[i]) || Joins(text, start, i, limit))
            {
                i++;
            }
            else
            {
                break;
            }
        }

        if (i < limit && text[i] == '.' && OwnsStop(text, start, i, limit))
        {
            i++;
        }
        else if (i < limit && text[i] == '$' && IsCurrencyPrefix(text.AsSpan(start, i - start)))
        {
            i++;
        }

        return i;
    }

    /// <summary>"US$" and its like are one token.</summary>
    private static bool IsCurrencyPrefix(ReadOnlySpan<char> form) =>
        form.Length <= 3 && form[0] is >= 'A' and <= 'Z' && form[^1] is >= 'A' and <= 'Z';

    /// <summary>Whether the mark at <paramref name="i"/> stands inside the word.</summary>
    private bool Joins(string text, int start, int i, int limit)
    {
        if (i + 1 >= limit || !Letters.IsWord(text[i + 1]))
        {
            return false;
        }

        var (before, after) = (text[i - 1], text[i + 1]);
        var digits = Letters.IsDigit(before) && Letters.IsDigit(after);
        return text[i] switch
        {
            '.' => digits || JoinsAtStop(text, start, i, limit),
            ',' or ':' => digits,
            '/' => digits,
            '&' => char.IsLetter(before) && char.IsLetter(after) && char.IsUpper(before) == char.IsUpper(after),
            '@' => char.IsLetter(after),
            var c when Letters.IsApostrophe(c) => true,
            var c when Letters.IsHyphen(c) => lexicon.IsPrefix(text.AsSpan(start, i - start)) && char.IsLetter(after),
            _ => false,
        };
    }

    /// <summary>"U.S.A", "Gawker.com", but not "end.Next", where a space is missing.</summary>
    private bool JoinsAtStop(string text, int start, int i, int limit)
    {
        var next = i + 1;
        while (next < limit && Letters.IsWord(text[next]))
        {
            next++;
        }

        if (!Letters.IsWord(text[i - 1]))
        {
            return false;
        }

        if (lexicon.IsDomain(text.AsSpan(i + 1, next - i - 1)))
        {
            return true;
        }

        var segment = i;
        while (segment > start && Letters.IsWord(text[segment - 1]))
        {
            segment--;
        }

        var isShort = i - segment <= 2 || next - i - 1 <= 1;
        return isShort || !(char.IsUpper(text[i + 1]) && char.IsLower(text[i - 1]));
    }

    /// <summary>Whether the full stop behind a word belongs to it.</summary>
    private bool OwnsStop(string text, int start, int i, int limit)
    {
        if (i + 1 < limit && text[i + 1] == '.')
        {
            return false;
        }

        if (lexicon.TryGetAbbreviation(text.AsSpan(start, i + 1 - start), out var kind))
        {
            return kind != AbbreviationKind.Number || IsNumberNext(text, i + 1);
        }

        return IsLetters(text, start, i) && (i - start > 1 || IsInitial(text, start));
    }

    /// <summary>Letters parted by stops: "U.S", "p.m", "J".</summary>
    private static bool IsLetters(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var isLetter = (i - start) % 2 == 0;
            if (isLetter ? !char.IsLetter(text[i]) : text[i] != '.')
            {
                return false;
            }
        }

        return (end - start) % 2 == 1;
    }

    /// <summary>A capital before or after a capitalised word: "J. K. Rowling", "George W. Bush". "I." ends a sentence.</summary>
    private static bool IsInitial(string text, int i)
    {
        if (!char.IsUpper(text[i]))
        {
            return false;
        }

        var next = i + 2;
        while (next < text.Length && text[next] is ' ' or '\u00a0')
        {
            next++;
        }

        return next < text.Length && (char.IsUpper(text[next]) || text[next] == ',') && next <= i + 4;
    }

    private static bool IsNumberNext(string text, int i)
    {
        while (i < text.Length && text[i] is ' ' or '\u00a0')
        {
            i++;
        }

        return i < text.Length && (Letters.IsDigit(text[i]) || text[i] is '#');
    }

    /// <summary>End of the number where a unit is written right behind it: "7|pm".</summary>
    private int UnitCut(string text, int start, int end)
    {
        var i = start;
        while (i < end && (Letters.IsDigit(text[i]) || text[i] is '.' or ',' or ':'))
        {
            i++;
        }

        var isNumber = i > start && i < end && Letters.IsDigit(text[i - 1]);
        return isNumber && lexicon.IsUnit(text.AsSpan(i, end - i).TrimEnd('.')) ? i : end;
    }

    private void AddWord(string text, int start, int end, TokenBuffer buffer)
    {
        Span<char> room = stackalloc char[LongestSplitWord];
        if (end - start < 2 || end - start > LongestSplitWord)
        {
            buffer.AddToken(start, end, joinsPrevious: false);
            return;
        }

        var plain = ToPlain(text.AsSpan(start, end - start), room);
        if (!lexicon.TryGetCuts(plain, out var cuts))
        {
            cuts = CliticCuts(plain);
        }

        var first = start;
        for (var i = 1; i < end - start; i++)
        {
            if ((cuts >> i & 1) != 0)
            {
                buffer.AddToken(first, start + i, first > start);
                first = start + i;
            }
        }

        buffer.AddToken(first, end, first > start || JoinsAsClitic(text, start, buffer));
    }

    /// <summary>A clitic behind a mark, as in <c>"Gulliver"'s</c>.</summary>
    private static bool JoinsAsClitic(string text, int start, TokenBuffer buffer) =>
        Letters.IsApostrophe(text[start])
        && buffer.Tokens.Length > 0
        && buffer.Tokens[^1].End == start
        && start + 1 < text.Length
        && char.IsLetter(text[start + 1]);

    /// <summary>Parts clitics from the end, as often as there are any: "I'd've".</summary>
    private int CliticCuts(ReadOnlySpan<char> plain)
    {
        var cuts = 0;
        while (plain.Contains('\''))
        {
            var length = lexicon.CliticLength(plain);
            if (length == 0 || IsDecade(plain))
            {
                break;
            }

            plain = plain[..^length];
            cuts |= 1 << plain.Length;
        }

        return cuts;
    }

    /// <summary>"1990's" is a plural.</summary>
    private static bool IsDecade(ReadOnlySpan<char> plain) =>
        plain.EndsWith("0's", StringComparison.Ordinal) && Letters.IsDigit(plain[0]);

    private static ReadOnlySpan<char> ToPlain(ReadOnlySpan<char> form, Span<char> room)
    {
        for (var i = 0; i < form.Length; i++)
        {
            room[i] = Letters.Plain(form[i]);
        }

        return room[..form.Length];
    }
}
