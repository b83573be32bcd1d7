using System.Text;

namespace Graph.Embedded.Values.Normalization;

/// <summary>
/// Unicode's normal forms (UAX #15). The runtime knows them only with the data of ICU, which a machine may lack and this
/// solution does not load.
/// </summary>
internal static class TextNormalizer
{
    private const int SyllableBase = 0xAC00, LeadBase = 0x1100, VowelBase = 0x1161, TailBase = 0x11A7;
    private const int Vowels = 21, Tails = 28, Syllables = 19 * Vowels * Tails;

    public static string Normalize(string text, NormalizationForm form)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange('\0', '\u007F') < 0)
        {
            return text;
        }

        var table = DecompositionTable.Instance;
        var points = new List<int>(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var isPair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            Decompose(table, isPair ? char.ConvertToUtf32(text[i], text[++i]) : text[i], form is NormalizationForm.FormKC or NormalizationForm.FormKD, points);
        }

        Order(table, points);
        if (form is NormalizationForm.FormC or NormalizationForm.FormKC)
        {
            Compose(table, points);
        }

        var builder = new StringBuilder(points.Count);
        foreach (var point in points)
        {
            _ = point is > 0xFFFF ? builder.Append(char.ConvertFromUtf32(point)) : builder.Append((char)point);
        }

        return builder.ToString();
    }

    private static void Decompose(DecompositionTable table, int point, bool isCompatible, List<int> into)
    {
        if (point is >= SyllableBase and < SyllableBase + Syllables)
        {
            var index = point - SyllableBase;
            into.Add(LeadBase + (index / (Vowels * Tails)));
            into.Add(VowelBase + (index / Tails % Vowels));
            if (index % Tails > 0)
            {
                into.Add(TailBase + (index % Tails));
            }
        }
        else if (table.PartsOf(point, isCompatible) is { } parts)
        {
            foreach (var part in parts)
            {
                Decompose(table, part, isCompatible, into);
            }
        }
        else
        {
            into.Add(point);
        }
    }

    /// <summary>Sorts marks that follow one another by class, those of one class as they stand.</summary>
    private static void Order(DecompositionTable table, List<int> points)
    {
        for (var i = 1; i < points.Count; i++)
        {
            var (point, rank) = (points[i], table.ClassOf(points[i]));
            var at = i;
            for (; rank > 0 && at > 0 && table.ClassOf(points[at - 1]) > rank; at--)
            {
                points[at] = points[at - 1];
            }

            points[at] = point;
        }
    }

    /// <summary>Joins each mark to the character before it, unless one of its class or a higher one stands between.</summary>
    private static void Compose(DecompositionTable table, List<int> points)
    {
        var (starter, kept, lastClass) = (-1, 0, 0);
        for (var i = 0; i < points.Count; i++)
        {
            var (point, rank) = (points[i], table.ClassOf(points[i]));
            var isFree = starter >= 0 && (kept == starter + 1 || (lastClass < rank && lastClass > 0));
            if (isFree && Pair(table, points[starter], point) is var joined and >= 0)
            {
                points[starter] = joined;
                continue;
            }

            starter = rank == 0 ? kept : starter;
            lastClass = rank;
            points[kept++] = point;
        }

        points.RemoveRange(kept, points.Count - kept);
    }

    private static int Pair(DecompositionTable table, int first, int second)
    {
        if (first is >= LeadBase and < LeadBase + 19 && second is >= VowelBase and < VowelBase + Vowels)
        {
            return SyllableBase + ((((first - LeadBase) * Vowels) + second - VowelBase) * Tails);
        }

        return first is >= SyllableBase and < SyllableBase + Syllables && (first - SyllableBase) % Tails == 0 && second is > TailBase and < TailBase + Tails
            ? first + second - TailBase
            : table.Compose(first, second);
    }
}
