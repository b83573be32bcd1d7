namespace Graph.Language;

/// <summary>On which side of the true value a stated number lies.</summary>
public enum QuantityBound
{
    /// <summary>"343 drones".</summary>
    Exact,

    /// <summary>"about 20%".</summary>
    About,

    /// <summary>"at least 12 people", "more than 300".</summary>
    AtLeast,

    /// <summary>"up to 40", "fewer than 10".</summary>
    AtMost,
}

/// <summary>A number with its unit.</summary>
/// <param name="First">Index of its first token.</param>
/// <param name="End">One past its last token.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">What is counted or measured (<c>drone</c>, <c>%</c>, <c>USD</c>); null for a bare number.</param>
/// <param name="Bound">On which side of the true value it lies.</param>
/// <param name="Approximator">The word that says so, letter for letter; null where there is none.</param>
public sealed record Quantity(
    int First, int End, double Value, string? Unit, QuantityBound Bound, string? Approximator);
