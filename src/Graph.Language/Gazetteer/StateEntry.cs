using System.Collections.Immutable;

namespace Graph.Language.Gazetteer;

/// <summary>A state, territory or de-facto entity.</summary>
/// <param name="Iso3">ISO 3166-1 alpha-3; codes in X.. are user-assigned.</param>
/// <param name="Name">The name that the graph shows.</param>
/// <param name="Aliases">Other names, without a leading "the".</param>
/// <param name="Adjectives">"Ukrainian"; where the language has one, they name a single inhabitant too.</param>
/// <param name="Inhabitants">Plurals: "Ukrainians".</param>
/// <param name="Capital">Empty where there is none.</param>
/// <param name="CapitalAliases">Other names of the capital, and other cities that are spoken of as one.</param>
/// <param name="PartOf">iso3 of the state that it belongs to by law; empty for none.</param>
public sealed record StateEntry(
    string Iso3,
    StateKind Kind,
    string Name,
    ImmutableArray<string> Aliases,
    ImmutableArray<string> Adjectives,
    ImmutableArray<string> Inhabitants,
    string Capital,
    ImmutableArray<string> CapitalAliases,
    string PartOf);
