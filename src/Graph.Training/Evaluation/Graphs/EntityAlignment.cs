namespace Graph.Training.Evaluation.Graphs;

/// <summary>Which extracted entity stands for which gold entity, one to one: by shared forms, events and deals also by their parties.</summary>
internal sealed class EntityAlignment
{
    // Half of the words of two names, a third of the parties of two events.
    private const double LeastWordOverlap = 0.5;
    private const double LeastPartyOverlap = 0.34;
    private const int LeastSharedParties = 2;
    private const double SameGroup = 0.5;

    private readonly Dictionary<string, string> extractedOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> goldOf = new(StringComparer.Ordinal);

    private EntityAlignment()
    {
    }

    /// <summary>The gold entity that an extracted one stands for; null where there is none.</summary>
    public string? GoldOf(string extracted) => goldOf.GetValueOrDefault(extracted);

    public bool IsFound(string gold) => extractedOf.ContainsKey(gold);

    public static EntityAlignment Of(ScoredGraph gold, ScoredGraph extracted)
    {
        var alignment = new EntityAlignment();
        var byForms = Candidates(gold, extracted, (left, right) => FormScore(left, right))
            .OrderByDescending(candidate => candidate.Score)
            .ThenBy(candidate => candidate.Gold, StringComparer.Ordinal)
            .ThenBy(candidate => candidate.Extracted, StringComparer.Ordinal);
        alignment.TakeBest(byForms);
        var byParties = Candidates(gold, extracted, (left, right) => alignment.PartyScore(gold, left, extracted, right))
            .OrderByDescending(candidate => candidate.Score)
            .ThenByDescending(candidate => candidate.Gold, StringComparer.Ordinal)
            .ThenByDescending(candidate => candidate.Extracted, StringComparer.Ordinal)
            .ToArray();
        alignment.TakeBest(byParties);
        return alignment;
    }

    private static IEnumerable<(double Score, string Gold, string Extracted)> Candidates(
        ScoredGraph gold, ScoredGraph extracted, Func<ScoredEntity, ScoredEntity, double> score)
    {
        foreach (var left in gold.Entities.Values.Where(entity => entity.IsScored))
        {
            foreach (var right in extracted.Entities.Values.Where(entity => entity.IsScored))
            {
                if (score(left, right) is > 0 and var value)
                {
                    yield return (value, left.Id, right.Id);
                }
            }
        }
    }

    private void TakeBest(IEnumerable<(double Score, string Gold, string Extracted)> candidates)
    {
        foreach (var (_, gold, extracted) in candidates)
        {
            if (!extractedOf.ContainsKey(gold) && !goldOf.ContainsKey(extracted))
            {
                extractedOf.Add(gold, extracted);
                goldOf.Add(extracted, gold);
            }
        }
    }

    private static double FormScore(ScoredEntity gold, ScoredEntity extracted)
    {
        var isSame = gold.Group == extracted.Group;
        if (!isSame && !ScoringRules.AreCompatible(gold.Group, extracted.Group))
        {
            return 0;
        }

        var shared = gold.Forms.Where(extracted.Forms.Contains).ToArray();
        var score = 0.0;
        if (shared.Length > 0)
        {
            var smaller = Math.Max(1, Math.Min(gold.Forms.Count, extracted.Forms.Count));
            score = 1 + ((double)shared.Length / smaller) + (0.01 * shared.Max(form => form.Length));
        }
        else if (ScoringRules.AlignsByWords(gold.Group))
        {
            var best = gold.Forms.SelectMany(_ => extracted.Forms, WordOverlap).DefaultIfEmpty().Max();
            score = best >= LeastWordOverlap ? best : 0;
        }

        return score == 0 ? 0 : score + (isSame ? SameGroup : 0);
    }

    private static double WordOverlap(string a, string b)
    {
        var left = a.Split(' ').ToHashSet(StringComparer.Ordinal);
        var right = b.Split(' ').ToHashSet(StringComparer.Ordinal);
        var shared = left.Count(right.Contains);
        return (double)shared / (left.Count + right.Count - shared);
    }

    private double PartyScore(ScoredGraph gold, ScoredEntity left, ScoredGraph extracted, ScoredEntity right)
    {
        if (left.Group is not (EntityGroup.Event or EntityGroup.Deal) || right.Group is not (EntityGroup.Event or EntityGroup.Deal)
            || extractedOf.ContainsKey(left.Id) || goldOf.ContainsKey(right.Id))
        {
            return 0;
        }

        var expected = Parties(gold, left.Id).Select(party => extractedOf.GetValueOrDefault(party)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var found = Parties(extracted, right.Id);
        var shared = expected.Count(found.Contains);
        var overlap = expected.Count == 0 ? 0 : (double)shared / (expected.Count + found.Count - shared);
        return overlap >= LeastPartyOverlap && shared >= LeastSharedParties ? overlap : 0;
    }

    private static HashSet<string> Parties(ScoredGraph graph, string id) => graph.Relations
        .Where(relation => relation.From == id || relation.To == id)
        .Select(relation => relation.To == id ? relation.From : relation.To)
        .ToHashSet(StringComparer.Ordinal);
}
