using System.Collections.Immutable;

namespace Graph.Language.Gazetteer;

/// <summary>A seat of power: a building, street or quarter whose name stands for who sits there.</summary>
/// <param name="Country">iso3 of the state.</param>
/// <param name="StandsFor">Name of the body behind it; empty for the government as a whole.</param>
/// <param name="City">Where it stands.</param>
/// <param name="IsOrganisation">Whether it names a body with a staff of its own; else it stands for the state when it acts.</param>
public sealed record SeatEntry(
    string Name, ImmutableArray<string> Aliases, string Country, string StandsFor, string City, bool IsOrganisation);
