using System.Collections.Immutable;

namespace Graph.Language.Gazetteer;

/// <summary>An organisation that news names without explaining it.</summary>
/// <param name="OrgType">One of the ontology's: igo, ministry, government, military, party, company, media, platform, delegation, coalition, group.</param>
/// <param name="Country">iso3 of the state it belongs to; empty for none.</param>
public sealed record OrganisationEntry(
    string Name, string OrgType, string Country, ImmutableArray<string> Acronyms, ImmutableArray<string> Aliases);
