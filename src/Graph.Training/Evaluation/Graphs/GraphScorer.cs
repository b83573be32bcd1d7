using Graph.Model;

namespace Graph.Training.Evaluation.Graphs;

/// <summary>Scores an extracted graph against the gold graph of its article.</summary>
/// <remarks>
/// Recall counts core gold, precision takes anything in gold as right. A denied relation matches a denied one only. A
/// relation that repeats what another has found already, or follows from shared participation alone, is neither right
/// nor wrong.
/// </remarks>
internal sealed class GraphScorer
{
    private readonly GoldGraph gold;
    private readonly ScoredGraph extracted;
    private readonly EntityAlignment alignment;
    private readonly Action<string> report;
    private readonly GraphScores scores = new();

    private readonly Dictionary<(string From, string Type, string To), ScoredRelation> goldRelations = [];
    private readonly Dictionary<(string, string, string), ScoredRelation> seen = [];
    private readonly HashSet<(string From, string Type, string To)> found = [];

    private GraphScorer(GoldGraph gold, ScoredGraph extracted, Action<string> report)
    {
        this.gold = gold;
        this.extracted = extracted;
        this.report = report;
        alignment = EntityAlignment.Of(gold.Graph, extracted);
        foreach (var relation in gold.Graph.Relations)
        {
            goldRelations[(relation.From, relation.Type, relation.To)] = relation;
        }

        foreach (var relation in extracted.Relations)
        {
            seen.TryAdd(KeyOf(relation), relation);
        }
    }

    /// <summary>Scores one article.</summary>
    /// <param name="report">Told a line for each thing that is missing, wrong or forbidden.</param>
    public static GraphScores Score(GoldGraph gold, ScoredGraph extracted, Action<string> report)
    {
        var scorer = new GraphScorer(gold, extracted, report);
        scorer.CountEntities();
        scorer.CountExtractedRelations();
        scorer.CountGoldRelations();
        scorer.CountForbidden();
        return scorer.scores;
    }

    // A symmetric relation is the same either way round.
    private static (string, string, string) KeyOf(ScoredRelation relation)
    {
        var isSwapped = ScoringRules.IsSymmetric(relation.Type) && string.CompareOrdinal(relation.From, relation.To) > 0;
        return isSwapped ? (relation.To, relation.Type, relation.From) : (relation.From, relation.Type, relation.To);
    }

    private void CountEntities()
    {
        foreach (var entity in gold.Graph.Entities.Values.Where(entity => entity.IsScored && entity.IsCore))
        {
            var isFound = alignment.IsFound(entity.Id);
            Add(entity.Group, new MatchCounts(isFound ? 1 : 0, 1, 0, 0));
            if (!isFound)
            {
                report($"missed entity {entity.Id} {entity.Name}");
            }
        }

        foreach (var entity in extracted.Entities.Values.Where(entity => entity.IsScored))
        {
            var isRight = alignment.GoldOf(entity.Id) is not null;
            Add(entity.Group, new MatchCounts(0, 0, isRight ? 1 : 0, 1));
            if (!isRight)
            {
                report($"spurious entity {entity.Id} {entity.Name}");
            }
        }
    }

    private void Add(EntityGroup group, MatchCounts counts)
    {
        scores.Entities += counts;
        scores.OfGroup(group) += counts;
    }

    private void CountExtractedRelations()
    {
        var rightPairs = gold.Graph.Relations
            .SelectMany(relation => gold.SameAs(relation.From).SelectMany(_ => gold.SameAs(relation.To), Pair)).ToHashSet();
        var guests = gold.Graph.Relations
            .Where(relation => relation.Type is RelationshipTypes.ParticipantIn or RelationshipTypes.Hosted && !relation.IsDenied)
            .ToLookup(relation => relation.To, relation => relation.From, StringComparer.Ordinal);
        var judged = seen.Values.Select(relation => (Relation: relation, Hits: HitsOf(relation)))
            .OrderBy(item => !item.Hits.Exists(hit => hit.Type == item.Relation.Type))
            .ThenBy(item => item.Relation.From, StringComparer.Ordinal)
            .ThenBy(item => item.Relation.Type, StringComparer.Ordinal)
            .ThenBy(item => item.Relation.To, StringComparer.Ordinal);
        foreach (var (relation, hits) in judged)
        {
            var isRight = hits.Count > 0;
            var repeats = isRight
                ? hits.TrueForAll(hit => found.Contains((hit.From, hit.Type, hit.To)))
                : !relation.IsDenied && FollowsFromParticipation(relation, guests);
            found.UnionWith(hits.Select(hit => (hit.From, hit.Type, hit.To)));
            CountCertainty(relation, hits);
            if (repeats)
            {
                continue;
            }

            scores.Relations += new MatchCounts(0, 0, isRight ? 1 : 0, 1);
            var pair = Pair(alignment.GoldOf(relation.From), alignment.GoldOf(relation.To));
            scores.Pairs += new MatchCounts(0, 0, rightPairs.Contains(pair) ? 1 : 0, 1);
            if (!isRight)
            {
                report($"wrong relation {extracted.Entities[relation.From].Name} {relation.Type} {extracted.Entities[relation.To].Name}");
            }
        }
    }

    private void CountCertainty(ScoredRelation relation, List<ScoredRelation> hits)
    {
        if (hits.Count > 0 && !string.IsNullOrEmpty(relation.Certainty))
        {
            var isRight = hits.Exists(hit => hit.Certainty == relation.Certainty);
            scores.Certainty = (scores.Certainty.Right + (isRight ? 1 : 0), scores.Certainty.All + 1);
        }
    }

    private List<ScoredRelation> HitsOf(ScoredRelation relation) =>
        [.. goldRelations.Values.Where(expected => gold.IsSameType(relation.Type, expected.Type)
            && Joins(relation, expected) && expected.IsDenied == relation.IsDenied)];

    private bool Joins(ScoredRelation relation, ScoredRelation expected) =>
        Joins(relation.From, relation.To, expected)
        || ((ScoringRules.IsSymmetric(relation.Type) || ScoringRules.IsSymmetric(expected.Type)) && Joins(relation.To, relation.From, expected));

    private bool Joins(string from, string to, ScoredRelation expected) =>
        alignment.GoldOf(from) is { } left && alignment.GoldOf(to) is { } right
        && gold.SameAs(expected.From).Contains(left) && gold.SameAs(expected.To).Contains(right);

    private bool FollowsFromParticipation(ScoredRelation relation, ILookup<string, string> guests) =>
        relation.Type is RelationshipTypes.MetWith or RelationshipTypes.NegotiatesWith
        && alignment.GoldOf(relation.From) is { } left && alignment.GoldOf(relation.To) is { } right
        && guests.Any(meeting => meeting.Contains(left) && meeting.Contains(right));

    private void CountGoldRelations()
    {
        var joined = seen.Values.Select(relation => Pair(alignment.GoldOf(relation.From), alignment.GoldOf(relation.To))).ToHashSet();
        foreach (var (key, relation) in goldRelations)
        {
            if (!relation.IsCore)
            {
                continue;
            }

            scores.Relations += new MatchCounts(found.Contains(key) ? 1 : 0, 1, 0, 0);
            var isJoined = gold.SameAs(relation.From).SelectMany(_ => gold.SameAs(relation.To), Pair).Any(joined.Contains);
            scores.Pairs += new MatchCounts(isJoined ? 1 : 0, 1, 0, 0);
            if (!found.Contains(key))
            {
                report($"missed relation {key.From} {key.Type} {key.To}");
            }
        }
    }

    private void CountForbidden()
    {
        foreach (var triple in gold.Forbidden)
        {
            if (ScoringRules.IsLeftOut(triple.Type) || !IsScored(triple.From) || !IsScored(triple.To))
            {
                continue;
            }

            var isFound = seen.Values.Any(relation => relation.Type == triple.Type && !relation.IsDenied
                && IsBetween(relation, triple) && !IsAllowed(relation, triple));
            scores.Forbidden = (scores.Forbidden.Found + (isFound ? 1 : 0), scores.Forbidden.All + 1);
            if (isFound)
            {
                report($"forbidden triple {triple.From} {triple.Type} {triple.To}");
            }
        }
    }

    private bool IsScored(string id) => gold.Graph.Entities.TryGetValue(id, out var entity) && entity.IsScored;

    private bool IsBetween(ScoredRelation relation, ForbiddenTriple triple)
    {
        var (from, to) = (alignment.GoldOf(relation.From), alignment.GoldOf(relation.To));
        return (from == triple.From && to == triple.To)
            || (ScoringRules.IsSymmetric(triple.Type) && from == triple.To && to == triple.From);
    }

    private static bool IsAllowed(ScoredRelation relation, ForbiddenTriple triple) => triple.Unless.Count > 0
        && triple.Unless.All(condition => relation.Properties.TryGetValue(condition.Key, out var value) && value == condition.Value);

    private static (string?, string?) Pair(string? a, string? b) => string.CompareOrdinal(a, b) <= 0 ? (a, b) : (b, a);
}
