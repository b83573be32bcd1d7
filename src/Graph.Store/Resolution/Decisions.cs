namespace Graph.Store.Resolution;

/// <summary>All decisions, by id.</summary>
public sealed class Decisions(IEnumerable<Decision> decisions)
{
    /// <summary>None.</summary>
    public static readonly Decisions None = new([]);

    private readonly Dictionary<(string First, string Second), Decision> byPair =
        decisions.ToDictionary(decision => (decision.First, decision.Second));

    /// <summary>Every decision, ordinally by its ids.</summary>
    public IEnumerable<Decision> All => byPair.Values
        .OrderBy(decision => decision.First, StringComparer.Ordinal).ThenBy(decision => decision.Second, StringComparer.Ordinal);

    /// <summary>Whether the two ids were decided to be two entities.</summary>
    public bool AreApart(string one, string other) => KindOf(one, other) == DecisionKind.Apart;

    /// <summary>What was decided about two ids; null for nothing.</summary>
    public DecisionKind? KindOf(string one, string other)
    {
        var (first, second, _) = Decision.On(one, other, DecisionKind.Apart);
        return byPair.TryGetValue((first, second), out var decision) ? decision.Kind : null;
    }

    /// <summary>Ids that were decided to be one entity with <paramref name="id"/>.</summary>
    public IEnumerable<string> PartnersOf(string id) => All
        .Where(decision => decision.Kind == DecisionKind.Together && (decision.First == id || decision.Second == id))
        .Select(decision => decision.First == id ? decision.Second : decision.First);

    /// <summary>These decisions with some taken back and others made.</summary>
    public Decisions With(IEnumerable<Decision> removed, IEnumerable<Decision> added)
    {
        var result = new Dictionary<(string, string), Decision>(byPair);
        foreach (var decision in removed)
        {
            result.Remove((decision.First, decision.Second));
        }

        foreach (var decision in added)
        {
            result[(decision.First, decision.Second)] = decision;
        }

        return new Decisions(result.Values);
    }
}
