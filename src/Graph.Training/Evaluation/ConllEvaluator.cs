using Graph.Model;
using Graph.Training.Corpora;

namespace Graph.Training.Evaluation;

/// <summary>Scores a system's sentences against gold ones as the CoNLL 2018 shared task does.</summary>
/// <remarks>
/// Words are aligned by the letters that they cover; where either side has a multiword token, by the longest common
/// subsequence of the forms inside it. Relations are compared without their subtypes, punctuation counts.
/// </remarks>
public static class ConllEvaluator
{
    /// <summary>Scores <paramref name="system"/>.</summary>
    /// <exception cref="InvalidDataException">The two sides do not hold the same text.</exception>
    public static ConllScores Score(IReadOnlyList<ConlluSentence> gold, IReadOnlyList<ConlluSentence> system)
    {
        var (goldText, systemText) = Documents(gold, system);
        var words = Pairs(goldText, systemText);
        var (goldCount, systemCount) = (goldText.Words.Count, systemText.Words.Count);

        FScore Count(Func<AlignedWord, bool> isRight) => new(goldCount, systemCount, words.Count(isRight));

        return new ConllScores(
            Spans(goldText.Tokens, systemText.Tokens),
            Spans(goldText.Sentences, systemText.Sentences),
            new FScore(goldCount, systemCount, words.Count),
            Count(word => word.Gold.Upos == word.System.Upos),
            Count(word => word.Gold.Xpos == word.System.Xpos),
            Count(word => word.Gold.Lemma == "_" || word.Gold.Lemma == word.System.Lemma),
            Count(HasRightHead),
            Count(word => HasRightHead(word) && Universal(word.Gold.Deprel) == Universal(word.System.Deprel)));
    }

    /// <summary>The words that both sides have, in text order.</summary>
    /// <exception cref="InvalidDataException">The two sides do not hold the same text.</exception>
    public static IReadOnlyList<AlignedWord> Align(
        IReadOnlyList<ConlluSentence> gold, IReadOnlyList<ConlluSentence> system)
    {
        var (goldText, systemText) = Documents(gold, system);
        return Pairs(goldText, systemText);
    }

    private static bool HasRightHead(AlignedWord word) =>
        word.SystemHead is null ? word.GoldHead is null : ReferenceEquals(word.SystemHeadGold, word.GoldHead) && word.GoldHead is not null;

    private static string Universal(string relation)
    {
        var colon = relation.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? relation : relation[..colon];
    }

    private static (ConllDocument Gold, ConllDocument System) Documents(
        IReadOnlyList<ConlluSentence> gold, IReadOnlyList<ConlluSentence> system)
    {
        var goldText = ConllDocument.Of(gold);
        var systemText = ConllDocument.Of(system);
        if (goldText.Letters == systemText.Letters)
        {
            return (goldText, systemText);
        }

        var place = goldText.Letters.AsSpan().CommonPrefixLength(systemText.Letters);
        throw new InvalidDataException(
            $"GRA-T003 The texts differ at letter {place}: gold has \"{Excerpt(goldText.Letters, place)}\", "
            + $"the system \"{Excerpt(systemText.Letters, place)}\". Score the system on the gold text.");
    }

    private static string Excerpt(string letters, int place) => letters[place..Math.Min(place + 20, letters.Length)];

    private static FScore Spans(List<TextSpan> gold, List<TextSpan> system)
    {
        var known = gold.ToHashSet();
        return new FScore(gold.Count, system.Count, system.Count(known.Contains));
    }

    private static List<AlignedWord> Pairs(ConllDocument gold, ConllDocument system)
    {
        var partner = new Dictionary<int, int>();
        int i = 0, j = 0;
        while (i < gold.Words.Count && j < system.Words.Count)
        {
            var (left, right) = (gold.Words[i], system.Words[j]);
            if (left.IsMultiword || right.IsMultiword)
            {
                (i, j) = MultiwordStart(gold.Words, system.Words, i, j);
                var (first, second) = (i, j);
                (i, j) = MultiwordEnd(gold.Words, system.Words, i, j);
                AlignForms(gold.Words, system.Words, (first, i), (second, j), partner);
            }
            else if (left.Span == right.Span)
            {
                partner[j++] = i++;
            }
            else if (left.Span.Start <= right.Span.Start)
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return [.. partner.OrderBy(pair => pair.Value).Select(pair => Pair(gold, system, pair.Value, pair.Key, partner))];
    }

    private static AlignedWord Pair(
        ConllDocument gold, ConllDocument system, int goldIndex, int systemIndex, Dictionary<int, int> partner)
    {
        var goldHead = gold.Words[goldIndex].Head;
        var systemHead = system.Words[systemIndex].Head;
        return new AlignedWord(
            gold.Words[goldIndex].Columns,
            system.Words[systemIndex].Columns,
            goldHead < 0 ? null : gold.Words[goldHead].Columns,
            systemHead < 0 ? null : system.Words[systemHead].Columns,
            systemHead >= 0 && partner.TryGetValue(systemHead, out var aligned) ? gold.Words[aligned].Columns : null);
    }

    /// <summary>Leaves out a plain word that begins before the multiword token on the other side.</summary>
    private static (int Gold, int System) MultiwordStart(
        List<ConllDocument.Word> gold, List<ConllDocument.Word> system, int i, int j)
    {
        var (left, right) = (gold[i], system[j]);
        if (left.IsMultiword)
        {
            return (i, !right.IsMultiword && right.Span.Start < left.Span.Start ? j + 1 : j);
        }

        return (left.Span.Start < right.Span.Start ? i + 1 : i, j);
    }

    /// <summary>Grows the region that a multiword token covers until no multiword token reaches over its end.</summary>
    private static (int Gold, int System) MultiwordEnd(
        List<ConllDocument.Word> gold, List<ConllDocument.Word> system, int i, int j)
    {
        var end = (i < gold.Count && gold[i].IsMultiword ? gold[i] : system[j]).Span.End;
        while (!IsPast(gold, i, end) || !IsPast(system, j, end))
        {
            if (i < gold.Count && (j >= system.Count || gold[i].Span.Start <= system[j].Span.Start))
            {
                end = gold[i].IsMultiword ? Math.Max(end, gold[i].Span.End) : end;
                i++;
            }
            else
            {
                end = system[j].IsMultiword ? Math.Max(end, system[j].Span.End) : end;
                j++;
            }
        }

        return (i, j);
    }

    private static bool IsPast(List<ConllDocument.Word> words, int index, int end) =>
        index >= words.Count || words[index].Span.Start >= end;

    private static void AlignForms(
        List<ConllDocument.Word> gold,
        List<ConllDocument.Word> system,
        (int First, int End) left,
        (int First, int End) right,
        Dictionary<int, int> partner)
    {
        var (rows, columns) = (left.End - left.First, right.End - right.First);
        var common = new int[rows + 1, columns + 1];
        for (var i = rows - 1; i >= 0; i--)
        {
            for (var j = columns - 1; j >= 0; j--)
            {
                common[i, j] = Same(gold[left.First + i], system[right.First + j])
                    ? 1 + common[i + 1, j + 1]
                    : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        for (int i = 0, j = 0; i < rows && j < columns;)
        {
            if (Same(gold[left.First + i], system[right.First + j]))
            {
                partner[right.First + j++] = left.First + i++;
            }
            else if (common[i, j] == common[i + 1, j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
    }

    private static bool Same(ConllDocument.Word gold, ConllDocument.Word system) =>
        string.Equals(gold.Columns.Form, system.Columns.Form, StringComparison.OrdinalIgnoreCase);
}
