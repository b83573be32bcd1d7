using Graph.Store.Resolution;

namespace Graph.Store.Writing;

/// <summary>Decisions as nodes.</summary>
internal static class DecisionRows
{
    /// <summary>The kind as it stands in the graph.</summary>
    public static string Text(DecisionKind kind) => kind == DecisionKind.Together ? "together" : "apart";

    /// <summary>Reads the graph's value.</summary>
    public static DecisionKind Parse(string text) => text == Text(DecisionKind.Together) ? DecisionKind.Together : DecisionKind.Apart;

    public static DecisionRow Of(Decision decision) => new(decision.Id, decision.First, decision.Second, Text(decision.Kind));
}
