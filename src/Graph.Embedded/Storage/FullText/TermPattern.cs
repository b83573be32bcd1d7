using System.Text;

namespace Graph.Embedded.Storage.FullText;

/// <summary>Whether terms are like a pattern or close to a word.</summary>
internal static class TermPattern
{
    /// <summary>What stands before the first wildcard, without its backslashes.</summary>
    public static string LiteralPrefix(string pattern)
    {
        var prefix = new StringBuilder();
        for (var i = 0; i < pattern.Length && pattern[i] is not ('*' or '?'); i++)
        {
            i += pattern[i] == '\\' && i + 1 < pattern.Length ? 1 : 0;
            prefix.Append(pattern[i]);
        }

        return prefix.ToString();
    }

    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> term)
    {
        // On a mismatch the last star takes in one character more.
        int at = 0, star = -1, starTerm = 0;
        for (var i = 0; i < term.Length;)
        {
            var isEscaped = at < pattern.Length && pattern[at] == '\\' && at + 1 < pattern.Length;
            if (at < pattern.Length && pattern[at] == '*')
            {
                (star, starTerm) = (at++, i);
            }
            else if (isEscaped ? pattern[at + 1] == term[i] : at < pattern.Length && (pattern[at] == '?' || pattern[at] == term[i]))
            {
                at += isEscaped ? 2 : 1;
                i++;
            }
            else if (star >= 0)
            {
                at = star + 1;
                i = ++starTerm;
            }
            else
            {
                return false;
            }
        }

        return pattern[at..].TrimStart('*').IsEmpty;
    }

    /// <summary>Insertions, deletions, changes and swaps of neighbours between the two; more than the limit where there are more.</summary>
    public static int Distance(string left, string right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) > limit)
        {
            return limit + 1;
        }

        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                rows[i, j] = i == 0 ? j : j == 0 ? i : Math.Min(
                    Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1,
                    rows[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[left.Length, right.Length];
    }
}
