namespace Graph.Language.Models;

/// <summary>Numbers of the labels that a name finder gives to words: 0 outside, then for each kind the begin, inside, last and only word of a name.</summary>
internal static class NameLabels
{
    public const int Outside = 0;

    /// <summary>Kinds of names.</summary>
    public const int Kinds = 4;

    /// <summary>Number of labels.</summary>
    public const int Count = 1 + (4 * Kinds);

    public static int Begin(NameKind kind) => 1 + (4 * (int)kind);

    public static int Inside(NameKind kind) => Begin(kind) + 1;

    public static int Last(NameKind kind) => Begin(kind) + 2;

    public static int Only(NameKind kind) => Begin(kind) + 3;

    /// <summary>The kind of a label other than <see cref="Outside"/>.</summary>
    public static NameKind KindOf(int label) => (NameKind)((label - 1) / 4);

    /// <summary>Whether a name goes on after a word with this label.</summary>
    public static bool IsOpen(int label) => label > 0 && (label - 1) % 4 < 2;

    /// <summary>Whether a word with this label goes on with a name that began before it.</summary>
    public static bool Continues(int label) => label > 0 && (label - 1) % 4 is 1 or 2;

    /// <summary>Whether <paramref name="next"/> may follow <paramref name="label"/>.</summary>
    public static bool MayFollow(int label, int next) => IsOpen(label)
        ? Continues(next) && KindOf(label) == KindOf(next)
        : !Continues(next);

    /// <summary>Labels the words of a sentence.</summary>
    public static void Write(ReadOnlySpan<NameSpan> names, Span<int> labels)
    {
        labels.Clear();
        foreach (var name in names)
        {
            if (name.End - name.First == 1)
            {
                labels[name.First] = Only(name.Kind);
                continue;
            }

            labels[name.First] = Begin(name.Kind);
            labels[(name.First + 1)..(name.End - 1)].Fill(Inside(name.Kind));
            labels[name.End - 1] = Last(name.Kind);
        }
    }
}
