using System.Globalization;
using System.Text;

namespace Graph.Extraction.Entities;

/// <summary>Forms of names that comparisons and ids use.</summary>
internal static class NameText
{
    /// <summary>Lower case, without accents, punctuation and a leading "the"; words parted by one space.</summary>
    public static string Fold(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var letter in name.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(letter))
            {
                text.Append(char.ToLowerInvariant(letter));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && letter is not ('.' or '\'' or '’') && text.Length > 0 && text[^1] != ' ')
            {
                text.Append(' ');
            }
        }

        var folded = text.ToString().Trim();
        return folded.StartsWith("the ", StringComparison.Ordinal) ? folded[4..] : folded;
    }

    /// <summary>The folded name with hyphens for spaces, as ids carry it.</summary>
    public static string Slug(string name) => Fold(name).Replace(' ', '-');

    /// <summary>The raw passage on one line: runs of white space become one space.</summary>
    public static string OneLine(string passage) => string.Join(' ', passage.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Levenshtein distance, at most <paramref name="limit"/> + 1.</summary>
    public static int Distance(string left, string right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) > limit)
        {
            return limit + 1;
        }

        var row = new int[right.Length + 1];
        for (var j = 0; j < row.Length; j++)
        {
            row[j] = j;
        }

        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (left[i - 1] == right[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[right.Length];
    }
}
