using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Graph.Language.Gazetteer;

/// <summary>Looks names up. Forms are compared as written, but for a leading "the" and typographic apostrophes.</summary>
public sealed class GazetteerIndex
{
    private readonly FrozenDictionary<string, StateEntry> byIso3;
    private readonly FrozenDictionary<string, ImmutableArray<StateEntry>> byName;
    private readonly FrozenDictionary<string, ImmutableArray<StateEntry>> byAdjective;
    private readonly FrozenDictionary<string, ImmutableArray<StateEntry>> byInhabitants;
    private readonly FrozenDictionary<string, ImmutableArray<StateEntry>> byCapital;
    private readonly FrozenDictionary<string, ImmutableArray<SeatEntry>> seatsByName;
    private readonly FrozenDictionary<string, ImmutableArray<OrganisationEntry>> organisationsByName;
    private readonly FrozenDictionary<string, ImmutableArray<PlaceEntry>> placesByName;
    private readonly FrozenDictionary<string, Gender> givenNames;

    internal GazetteerIndex(
        ImmutableArray<StateEntry> states,
        ImmutableArray<SeatEntry> seats,
        ImmutableArray<OrganisationEntry> organisations,
        ImmutableArray<PlaceEntry> places,
        FrozenDictionary<string, Gender> givenNames)
    {
        // States come before territories wherever a form names both.
        states = [.. states.OrderBy(state => state.Kind).ThenBy(state => state.Iso3, StringComparer.Ordinal)];
        (States, Seats, Organisations, Places) = (states, seats, organisations, places);
        this.givenNames = givenNames;
        byIso3 = states.ToFrozenDictionary(state => state.Iso3, StringComparer.Ordinal);
        byName = Index(states, state => [state.Name, .. state.Aliases]);
        byAdjective = Index(states, state => state.Adjectives);
        byInhabitants = Index(states, state => state.Inhabitants);
        byCapital = Index(states.Where(state => state.Capital.Length > 0), state => [state.Capital, .. state.CapitalAliases]);
        seatsByName = Index(seats, seat => [seat.Name, .. seat.Aliases]);
        organisationsByName = Index(organisations, organisation => [organisation.Name, .. organisation.Acronyms, .. organisation.Aliases]);
        placesByName = Index(places, place => [place.Name, .. place.Aliases]);
    }

    public ImmutableArray<StateEntry> States { get; }

    public ImmutableArray<SeatEntry> Seats { get; }

    /// <summary>Organisations, media and platforms.</summary>
    public ImmutableArray<OrganisationEntry> Organisations { get; }

    public ImmutableArray<PlaceEntry> Places { get; }

    /// <summary>The state with a code; null where there is none.</summary>
    public StateEntry? State(string iso3) => byIso3.GetValueOrDefault(iso3);

    /// <summary>States of that name or alias; states before territories. "Georgia" is also a place.</summary>
    public ImmutableArray<StateEntry> StatesNamed(string form) => Find(byName, form);

    /// <summary>States with that adjective: "Congolese" has two.</summary>
    public ImmutableArray<StateEntry> StatesOfAdjective(string form) => Find(byAdjective, form);

    /// <summary>States whose inhabitants, in the plural, are called that.</summary>
    public ImmutableArray<StateEntry> StatesOfInhabitants(string form) => Find(byInhabitants, form);

    /// <summary>States with that capital.</summary>
    public ImmutableArray<StateEntry> StatesOfCapital(string form) => Find(byCapital, form);

    public ImmutableArray<SeatEntry> SeatsNamed(string form) => Find(seatsByName, form);

    /// <summary>Organisations, media and platforms of that name, acronym or alias.</summary>
    public ImmutableArray<OrganisationEntry> OrganisationsNamed(string form) => Find(organisationsByName, form);

    public ImmutableArray<PlaceEntry> PlacesNamed(string form) => Find(placesByName, form);

    /// <summary>Whether the form is a given name.</summary>
    public bool IsGivenName(string form) => givenNames.ContainsKey(form);

    /// <summary>What a given name tells; unknown for any other word. Of a double name ("Jean-Marie") the first part tells.</summary>
    public Gender GenderOf(string givenName)
    {
        if (givenNames.TryGetValue(givenName, out var gender))
        {
            return gender;
        }

        var hyphen = givenName.IndexOf('-', StringComparison.Ordinal);
        return hyphen > 0 ? givenNames.GetValueOrDefault(givenName[..hyphen]) : Gender.Unknown;
    }

    private static ImmutableArray<T> Find<T>(FrozenDictionary<string, ImmutableArray<T>> index, string form) =>
        index.TryGetValue(Folded(form), out var entries) ? entries : [];

    private static FrozenDictionary<string, ImmutableArray<T>> Index<T>(IEnumerable<T> entries, Func<T, ImmutableArray<string>> forms)
    {
        var index = new Dictionary<string, List<T>>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            foreach (var form in forms(entry).Select(Folded).Distinct(StringComparer.Ordinal))
            {
                if (!index.TryGetValue(form, out var known))
                {
                    index.Add(form, known = []);
                }

                known.Add(entry);
            }
        }

        return index.ToFrozenDictionary(
            pair => pair.Key,
            pair => pair.Value.ToImmutableArray(),
            StringComparer.Ordinal);
    }

    private static string Folded(string form)
    {
        var plain = form.Replace('\u2019', '\'').Replace('\u00a0', ' ');
        return plain.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? plain[4..] : plain;
    }
}
