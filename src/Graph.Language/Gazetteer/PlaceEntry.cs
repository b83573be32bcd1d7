using System.Collections.Immutable;

namespace Graph.Language.Gazetteer;

/// <summary>A place that is no state.</summary>
/// <param name="PlaceType">city, region, sea, river or mountain.</param>
/// <param name="Country">iso3 of the state that it lies in; empty for none or several.</param>
public sealed record PlaceEntry(string Name, string PlaceType, string Country, ImmutableArray<string> Aliases);
