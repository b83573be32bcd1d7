namespace Graph.Language.Tokenisation;

/// <summary>What line breaks say about sentences.</summary>
internal static class LineLayout
{
    // Text wrapped at a fixed width has lines of about the same length; nobody wraps wider than this.
    private const int WidestWrap = 120;

    /// <summary>Counts the line breaks in a gap; "\r\n" is one.</summary>
    public static int Breaks(string text, int start, int end)
    {
        var count = 0;
        for (var i = start; i < end; i++)
        {
            if (text[i] is '\n' or '\u2029' or '\u2028' || (text[i] == '\r' && (i + 1 >= end || text[i + 1] != '\n')))
            {
                count++;
            }
        }

        return count;
    }

    /// <summary>Length of the longest line of the paragraph that <paramref name="start"/> lies in, up to its <paramref name="end"/>.</summary>
    public static int LongestLine(string text, int start, int end)
    {
        var (longest, line) = (0, LineStart(text, start));
        for (var i = start; i <= end; i++)
        {
            if (i == end || text[i] is '\n' or '\r')
            {
                longest = Math.Max(longest, i - line);
                line = i + 1;
            }
        }

        return longest;
    }

    /// <summary>Whether a single line break was put there by a writer, not by a program that wraps lines.</summary>
    /// <param name="before">End of the last token of the line.</param>
    /// <param name="nextWordEnd">End of the first token of the next line, which begins at <paramref name="next"/>.</param>
    /// <param name="longest">Longest line of the paragraph.</param>
    /// <remarks>A program breaks a line only where the next word no longer fits: a heading or a list leaves room for it.</remarks>
    public static bool IsMeant(string text, int before, int next, int nextWordEnd, int longest)
    {
        var length = before - LineStart(text, before);
        return longest > WidestWrap || length + 1 + (nextWordEnd - next) < longest - 2 || IsBullet(text, next);
    }

    /// <summary>Whether a list item begins here: a bullet, a dash before a space, a number before a bracket.</summary>
    public static bool IsBullet(string text, int start)
    {
        if (text[start] is '\u2022' or '\u25cf' or '\u25aa' or '\u2023' or '\u00b7')
        {
            return true;
        }

        return text[start] is '-' or '*' or '\u2013' && start + 1 < text.Length && text[start + 1] == ' ';
    }

    private static int LineStart(string text, int position)
    {
        while (position > 0 && text[position - 1] is not ('\n' or '\r'))
        {
            position--;
        }

        return position;
    }
}
