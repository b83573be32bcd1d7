namespace Graph.Training.Evaluation.Graphs;

/// <summary>A triple that a careless reader would extract and that is wrong.</summary>
/// <param name="Unless">Properties under which it is allowed; empty where nothing allows it.</param>
internal sealed record ForbiddenTriple(string From, string Type, string To, IReadOnlyDictionary<string, string> Unless);

/// <summary>What an article's graph should be.</summary>
/// <param name="EquivalentEntities">Groups of entities that count as one in this article's relations.</param>
/// <param name="EquivalentTypes">Groups of types that count as one in this article.</param>
/// <param name="Article">File name of the text, beside the graph.</param>
/// <param name="Date">Publication date of the article, <c>yyyy-MM-dd</c>; null where unknown.</param>
internal sealed record GoldGraph(
    ScoredGraph Graph, IReadOnlyList<IReadOnlyCollection<string>> EquivalentEntities,
    IReadOnlyList<IReadOnlyCollection<string>> EquivalentTypes, IReadOnlyList<ForbiddenTriple> Forbidden, string? Article, string? Date)
{
    /// <summary>The entities that stand for one in relations, itself included.</summary>
    public IEnumerable<string> SameAs(string id) =>
        EquivalentEntities.Where(group => group.Contains(id)).SelectMany(group => group).Prepend(id).Distinct(StringComparer.Ordinal);

    public bool IsSameType(string a, string b) => a == b
        || ScoringRules.Equivalent.Any(group => group.Contains(a) && group.Contains(b))
        || EquivalentTypes.Any(group => group.Contains(a) && group.Contains(b));
}
