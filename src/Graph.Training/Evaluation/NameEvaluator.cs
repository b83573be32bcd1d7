using System.Collections.Immutable;
using Graph.Language;
using Graph.Language.Names;
using Graph.Training.Corpora;

namespace Graph.Training.Evaluation;

/// <summary>Scores the name finder on a corpus by the corpus's own tokens: exact spans and kinds (conlleval).</summary>
/// <remarks>
/// Adjectives of nationality are found as states; where the corpus has no name at such a word, it has no label for
/// them, and they are left out of the count.
/// </remarks>
internal static class NameEvaluator
{
    // Where a corpus marks no documents, neighbouring sentences are still about one thing.
    private const int SentencesWithoutDocument = 1;

    /// <summary>Runs the analyser over each document and compares.</summary>
    public static NameScores Score(LanguageAnalyzer analyzer, IReadOnlyList<NameSentence> sentences, NameMap map)
    {
        var scores = new NameScores();
        foreach (var document in Documents(sentences))
        {
            var parsed = TextAnalysis.OfTokens(analyzer, [.. document.Select(sentence => sentence.Tokens)]);
            foreach (var (gold, system) in document.Zip(parsed.Sentences))
            {
                Compare(gold, system.Names, map, scores);
            }
        }

        return scores;
    }

    private static IEnumerable<NameSentence[]> Documents(IReadOnlyList<NameSentence> sentences)
    {
        var hasDocuments = sentences.Any(sentence => sentence.StartsDocument);
        var start = 0;
        for (var i = 1; i <= sentences.Count; i++)
        {
            if (i == sentences.Count || (hasDocuments ? sentences[i].StartsDocument : i - start == SentencesWithoutDocument))
            {
                yield return [.. sentences.Skip(start).Take(i - start)];
                start = i;
            }
        }
    }

    private static void Compare(NameSentence sentence, ImmutableArray<NameSpan> found, NameMap map, NameScores scores)
    {
        var gold = new Dictionary<(int, int), ImmutableArray<NameKind>>();
        var named = new HashSet<int>();
        foreach (var name in sentence.Names)
        {
            if (map.KindsOf(name.Label) is { Length: > 0 } kinds)
            {
                gold.Add((name.First, name.End), kinds);
                scores.AddGold(kinds[0]);
                named.UnionWith(Enumerable.Range(name.First, name.End - name.First));
            }
        }

        foreach (var name in found)
        {
            if (gold.TryGetValue((name.First, name.End), out var kinds) && kinds.Contains(name.Kind))
            {
                scores.AddFound(kinds[0], isCorrect: true);
            }
            else if (named.Contains(name.First) || !IsNationality(sentence, name))
            {
                scores.AddFound(name.Kind, isCorrect: false);
            }
        }
    }

    private static bool IsNationality(NameSentence sentence, NameSpan name) =>
        name.Kind == NameKind.State && name.End == name.First + 1 && StateNames.Default.IsNationality(sentence.Tokens[name.First]);
}
