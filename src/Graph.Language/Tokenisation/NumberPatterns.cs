namespace Graph.Language.Tokenisation;

/// <summary>Figures that hold hyphens or stops and are still one token: telephone numbers and dates.</summary>
internal static class NumberPatterns
{
    /// <summary>End of the telephone number or hyphenated date at <paramref name="start"/>; <paramref name="start"/> where there is none.</summary>
    public static int FiguresEnd(string text, int start, int limit)
    {
        Span<int> groups = stackalloc int[5];
        var (count, i) = (0, start);
        while (i < limit && count < groups.Length)
        {
            var first = i;
            while (i < limit && Letters.IsDigit(text[i]))
            {
                i++;
            }

            if (i == first)
            {
                return start;
            }

            groups[count++] = i - first;
            if (i + 1 >= limit || text[i] is not ('-' or '.') || !Letters.IsDigit(text[i + 1]))
            {
                break;
            }

            i++;
        }

        var isWhole = i >= limit || !Letters.IsWord(text[i]);
        return isWhole && (IsTelephone(groups[..count]) || (count == 3 && IsDate(groups[..count], text[i - groups[2] - 1]))) ? i : start;
    }

    private static bool IsTelephone(ReadOnlySpan<int> groups) =>
        groups.Length switch
        {
            2 => groups is [3, 4],
            3 => groups is [3, 3, 4],
            4 => groups is [1 or 2, 3, 3, 4],
            _ => false,
        };

    private static bool IsDate(ReadOnlySpan<int> groups, char separator) =>
        separator == '-' && groups is [4, 1 or 2, 1 or 2] or [1 or 2, 1 or 2, 2 or 4];
}
