using System.Collections.Frozen;

namespace Graph.Language.Gazetteer;

/// <summary>Reads the gazetteer's files and checks them.</summary>
public sealed class GazetteerReader
{
    private static readonly FrozenSet<string> OrgTypes = new[]
    {
        "igo", "ministry", "government", "military", "party", "company", "media", "platform", "delegation", "coalition", "group",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> PlaceTypes =
        new[] { "city", "region", "sea", "river", "mountain" }.ToFrozenSet(StringComparer.Ordinal);

    private readonly Dictionary<string, StateEntry> states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SeatEntry> seats = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OrganisationEntry> organisations = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Name, string Country), PlaceEntry> places = [];
    private readonly Dictionary<string, Gender> givenNames = new(StringComparer.Ordinal);
    private readonly List<string> faults = [];
    private readonly List<(LexiconRow Row, string Country)> countries = [];

    private GazetteerReader()
    {
    }

    /// <summary>The gazetteer that comes with the product.</summary>
    public static GazetteerIndex Read() => Build(folder: null);

    /// <summary>The gazetteer that comes with the product, extended by the files of a folder.</summary>
    /// <param name="folder">Holds any of states.tsv, seats.tsv, organisations.tsv, media.tsv, platforms.tsv, places.tsv and given-names.tsv. An entry with the key of one that is known replaces it.</param>
    /// <exception cref="InvalidDataException">Some entries are faulty; the message names each with its file and line.</exception>
    public static GazetteerIndex Read(string folder) => Build(folder);

    private static GazetteerIndex Build(string? folder)
    {
        var reader = new GazetteerReader();
        reader.ReadFiles(file => Embedded(file), "");
        if (folder is not null)
        {
            reader.ReadFiles(file => Path.Combine(folder, file) is var path && File.Exists(path) ? new StreamReader(path) : null, folder);
        }

        reader.CheckCountries();
        return reader.faults.Count == 0
            ? new GazetteerIndex(
                [.. reader.states.Values], [.. reader.seats.Values], [.. reader.organisations.Values],
                [.. reader.places.Values], reader.givenNames.ToFrozenDictionary(StringComparer.Ordinal))
            : throw new InvalidDataException(string.Join(Environment.NewLine, reader.faults));
    }

    private static StreamReader Embedded(string file)
    {
        var resource = "Graph.Language.Gazetteer." + file;
        return new StreamReader(typeof(GazetteerReader).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource {resource} is missing from the assembly."));
    }

    private void ReadFiles(Func<string, TextReader?> open, string folder)
    {
        ReadFile(open, folder, "states.tsv", 9, AddState);
        ReadFile(open, folder, "seats.tsv", 6, AddSeat);
        ReadFile(open, folder, "organisations.tsv", 5, AddOrganisation);
        ReadFile(open, folder, "media.tsv", 5, AddOrganisation);
        ReadFile(open, folder, "platforms.tsv", 5, AddOrganisation);
        ReadFile(open, folder, "places.tsv", 4, AddPlace);
        ReadFile(open, folder, "given-names.tsv", 2, AddGivenName);
    }

    private void ReadFile(Func<string, TextReader?> open, string folder, string file, int width, Action<LexiconRow> add)
    {
        using var reader = open(file);
        if (reader is null)
        {
            return;
        }

        var keys = new HashSet<(string, string)>();
        foreach (var row in LexiconTable.Read(reader, Path.Combine(folder, file), width, faults))
        {
            // Places share names across states; everything else is told apart by its first column.
            if (!keys.Add((row[0], file == "places.tsv" ? row[2] : "")))
            {
                faults.Add(row.Fault($"\"{row[0]}\" stands twice in this file; keep one of them"));
            }

            add(row);
        }
    }

    private void AddState(LexiconRow row)
    {
        if (!IsIso3(row[0]) || row[2].Length == 0)
        {
            faults.Add(row.Fault($"\"{row[0]}\" is no ISO 3166-1 alpha-3 code, or the name is empty"));
        }
        else if (!Enum.TryParse<StateKind>(row[1], ignoreCase: true, out var kind))
        {
            faults.Add(row.Fault($"kind \"{row[1]}\" is none of state, territory, defacto"));
        }
        else
        {
            NoteCountry(row, row[8]);
            states[row[0]] = new StateEntry(
                row[0], kind, row[2], row.Values(3), row.Values(4), row.Values(5), row[6], row.Values(7), row[8]);
        }
    }

    private void AddSeat(LexiconRow row)
    {
        if (row[5] is not ("state" or "organisation"))
        {
            faults.Add(row.Fault($"default \"{row[5]}\" is neither state nor organisation"));
            return;
        }

        NoteCountry(row, row[2]);
        seats[row[0]] = new SeatEntry(row[0], row.Values(1), row[2], row[3], row[4], row[5] == "organisation");
    }

    private void AddOrganisation(LexiconRow row)
    {
        if (!OrgTypes.Contains(row[1]))
        {
            faults.Add(row.Fault($"orgType \"{row[1]}\" is none of {string.Join(", ", OrgTypes.Order(StringComparer.Ordinal))}"));
            return;
        }

        NoteCountry(row, row[2]);
        organisations[row[0]] = new OrganisationEntry(row[0], row[1], row[2], row.Values(3), row.Values(4));
    }

    private void AddPlace(LexiconRow row)
    {
        if (!PlaceTypes.Contains(row[1]))
        {
            faults.Add(row.Fault($"placeType \"{row[1]}\" is none of {string.Join(", ", PlaceTypes.Order(StringComparer.Ordinal))}"));
            return;
        }

        NoteCountry(row, row[2]);
        places[(row[0], row[2])] = new PlaceEntry(row[0], row[1], row[2], row.Values(3));
    }

    private void AddGivenName(LexiconRow row)
    {
        if (Enum.TryParse<Gender>(row[1], ignoreCase: true, out var gender))
        {
            givenNames[row[0]] = gender;
        }
        else
        {
            faults.Add(row.Fault($"gender \"{row[1]}\" is none of male, female, unknown"));
        }
    }

    private static bool IsIso3(string code) => code.Length == 3 && code.All(char.IsAsciiLetterUpper);

    private void NoteCountry(LexiconRow row, string country)
    {
        if (country.Length > 0)
        {
            countries.Add((row, country));
        }
    }

    private void CheckCountries()
    {
        foreach (var (row, country) in countries)
        {
            if (!states.ContainsKey(country))
            {
                faults.Add(row.Fault($"state \"{country}\" stands in no states.tsv"));
            }
        }
    }
}
