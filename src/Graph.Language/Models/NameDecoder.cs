namespace Graph.Language.Models;

/// <summary>Finds the best legal sequence of labels by Viterbi's algorithm.</summary>
internal static class NameDecoder
{
    private const int Labels = NameLabels.Count;
    private static readonly byte[][] Predecessors = [.. Enumerable.Range(0, Labels).Select(next =>
        Enumerable.Range(0, Labels).Where(label => NameLabels.MayFollow(label, next)).Select(label => (byte)label).ToArray())];

    /// <summary>Decodes one sentence.</summary>
    /// <param name="scores">For each word <see cref="NameLabels.Count"/> logarithms of probabilities, words <paramref name="stride"/> apart. They are overwritten.</param>
    /// <param name="back">Room for as many bytes as there are scores.</param>
    /// <param name="labels">Receives the labels.</param>
    public static void Decode(Span<float> scores, int stride, Span<byte> back, Span<int> labels)
    {
        var words = labels.Length;
        for (var label = 0; label < Labels; label++)
        {
            if (NameLabels.Continues(label))
            {
                scores[label] = float.NegativeInfinity;
            }
        }

        for (var word = 1; word < words; word++)
        {
            var before = scores.Slice((word - 1) * stride, Labels);
            var here = scores.Slice(word * stride, Labels);
            for (var label = 0; label < Labels; label++)
            {
                var best = Best(before, Predecessors[label]);
                back[(word * Labels) + label] = (byte)best;
                here[label] += before[best];
            }
        }

        var last = scores.Slice((words - 1) * stride, Labels);
        labels[words - 1] = Best(last, Predecessors[NameLabels.Outside]);
        for (var word = words - 1; word > 0; word--)
        {
            labels[word - 1] = back[(word * Labels) + labels[word]];
        }
    }

    /// <summary>Reads names off a legal sequence of labels.</summary>
    public static void Read(ReadOnlySpan<int> labels, ICollection<NameSpan> names)
    {
        var first = 0;
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i] == NameLabels.Outside)
            {
                continue;
            }

            first = NameLabels.Continues(labels[i]) ? first : i;
            if (!NameLabels.IsOpen(labels[i]))
            {
                names.Add(new NameSpan(first, i + 1, NameLabels.KindOf(labels[i])));
            }
        }
    }

    // What may precede "outside" is what may end a sentence.
    private static int Best(ReadOnlySpan<float> scores, byte[] candidates)
    {
        var best = candidates[0];
        foreach (var candidate in candidates)
        {
            best = scores[candidate] > scores[best] ? candidate : best;
        }

        return best;
    }
}
