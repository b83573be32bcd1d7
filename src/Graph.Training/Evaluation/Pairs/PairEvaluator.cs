using System.Collections.Immutable;
using Graph.Extraction;
using Graph.Training.Corpora;
using Graph.Training.Evaluation.Graphs;

namespace Graph.Training.Evaluation.Pairs;

/// <summary>Counts over coded texts.</summary>
/// <param name="Texts">Texts read.</param>
/// <param name="LeftOut">Coded pairs that are none of two different actors with known names.</param>
/// <param name="Gold">Coded pairs that are counted.</param>
/// <param name="Right">Of those, the ones that the graphs have in the same direction.</param>
/// <param name="Joined">Of those, the ones that the graphs have in either direction.</param>
/// <param name="Extracted">Pairs of the graphs.</param>
internal readonly record struct PairScores(int Texts, int LeftOut, int Gold, int Right, int Joined, int Extracted)
{
    /// <summary>From 0 to 1; 0 where nothing was extracted.</summary>
    public double Precision => Extracted == 0 ? 0 : (double)Right / Extracted;

    /// <summary>From 0 to 1; 0 where nothing is coded.</summary>
    public double Recall => Gold == 0 ? 0 : (double)Right / Gold;

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public static PairScores operator +(PairScores a, PairScores b) => new(
        a.Texts + b.Texts, a.LeftOut + b.LeftOut, a.Gold + b.Gold, a.Right + b.Right, a.Joined + b.Joined, a.Extracted + b.Extracted);
}

/// <summary>Scores who does something to whom, whatever it is.</summary>
internal sealed class PairEvaluator(IExtractor extractor, ActorNames names, Action<string> report)
{
    private const int ActorLetters = 3;

    /// <summary>Scores all records; each pair of a text counts once.</summary>
    public PairScores Score(IEnumerable<EventRecord> records)
    {
        var sum = default(PairScores);
        foreach (var record in records)
        {
            sum += Score(record);
        }

        return sum;
    }

    private PairScores Score(EventRecord record)
    {
        var coded = record.Events.Select(pair => (Source: Actor(pair.Source), Target: Actor(pair.Target))).Distinct().ToImmutableArray();
        var gold = coded.Where(pair => pair.Source != pair.Target && names.Knows(pair.Source) && names.Knows(pair.Target)).ToHashSet();
        var extracted = ActorPairs.Of(ArticleExtraction.Document(extractor, record.Text, record.Date), names);
        var missing = gold.Except(extracted).ToList();
        var extra = extracted.Except(gold).ToList();
        if (missing.Count + extra.Count > 0)
        {
            report($"{record.Id}: {record.Text}\n  missing {Text(missing)}\n  beyond {Text(extra)}");
        }

        return new PairScores(
            1, coded.Length - gold.Count, gold.Count, gold.Count - missing.Count,
            gold.Count(pair => extracted.Contains(pair) || extracted.Contains((pair.Target, pair.Source))), extracted.Count);
    }

    private static string Actor(string code) => code.Length > ActorLetters ? code[..ActorLetters] : code;

    private static string Text(IEnumerable<(string Source, string Target)> pairs) =>
        string.Join(", ", pairs.Select(pair => $"{pair.Source}>{pair.Target}").Order(StringComparer.Ordinal));
}
