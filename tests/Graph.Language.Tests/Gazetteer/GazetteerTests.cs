using Graph.Language.Gazetteer;

namespace Graph.Language.Tests.Gazetteer;

public sealed class GazetteerTests
{
    private static readonly GazetteerIndex Index = GazetteerReader.Read();

    [Theory]
    [InlineData("Ukraine", "UKR")]
    [InlineData("the United States", "USA")]
    [InlineData("U.S.", "USA")]
    [InlineData("UK", "GBR")]
    [InlineData("Côte d’Ivoire", "CIV")]
    [InlineData("Türkiye", "TUR")]
    [InlineData("Czechia", "CZE")]
    [InlineData("Taiwan", "TWN")]
    [InlineData("Kosovo", "XKX")]
    [InlineData("DPRK", "PRK")]
    public void A_state_is_found_by_every_name(string form, string iso3)
    {
        Assert.Equal(iso3, Assert.Single(Index.StatesNamed(form)).Iso3);
    }

    [Theory]
    [InlineData("Saudi", "SAU")]
    [InlineData("Dutch", "NLD")]
    [InlineData("North Korean", "PRK")]
    [InlineData("Emirati", "ARE")]
    public void A_state_is_found_by_its_adjective(string form, string iso3)
    {
        Assert.Equal(iso3, Assert.Single(Index.StatesOfAdjective(form)).Iso3);
    }

    [Fact]
    public void An_adjective_of_two_states_gives_both()
    {
        Assert.Equal(["COD", "COG"], Index.StatesOfAdjective("Congolese").Select(state => state.Iso3));
    }

    [Theory]
    [InlineData("Ukrainians", "UKR")]
    [InlineData("Spaniards", "ESP")]
    public void A_state_is_found_by_its_people(string form, string iso3)
    {
        Assert.Equal(iso3, Assert.Single(Index.StatesOfInhabitants(form)).Iso3);
    }

    [Theory]
    [InlineData("Kyiv", "UKR")]
    [InlineData("Kiev", "UKR")]
    [InlineData("Washington", "USA")]
    [InlineData("Beijing", "CHN")]
    public void A_state_is_found_by_its_capital(string form, string iso3)
    {
        Assert.Equal(iso3, Assert.Single(Index.StatesOfCapital(form)).Iso3);
    }

    [Fact]
    public void Every_state_has_a_capital_and_no_two_states_share_a_name()
    {
        var states = Index.States.Where(state => state.Kind == StateKind.State).ToList();

        Assert.InRange(states.Count, 193, 205);
        Assert.All(states, state => Assert.NotEqual("", state.Capital));
        Assert.All(
            states.SelectMany(state => state.Aliases.Append(state.Name)),
            form => Assert.Single(Index.StatesNamed(form), state => state.Kind == StateKind.State));
    }

    [Fact]
    public void Georgia_is_a_state_and_a_place_of_another_state()
    {
        Assert.Equal("GEO", Assert.Single(Index.StatesNamed("Georgia")).Iso3);
        Assert.Contains(Index.PlacesNamed("Georgia"), place => place.Country == "USA");
    }

    [Theory]
    [InlineData("the Kremlin", "RUS", false)]
    [InlineData("White House", "USA", false)]
    [InlineData("the Pentagon", "USA", true)]
    [InlineData("Quai d’Orsay", "FRA", true)]
    [InlineData("Bankova", "UKR", false)]
    public void A_seat_of_power_names_its_state(string form, string country, bool isOrganisation)
    {
        var seat = Assert.Single(Index.SeatsNamed(form));

        Assert.Equal((country, isOrganisation), (seat.Country, seat.IsOrganisation));
    }

    [Theory]
    [InlineData("NATO", "North Atlantic Treaty Organization", "igo")]
    [InlineData("the U.N.", "United Nations", "igo")]
    [InlineData("Tass", "TASS", "media")]
    [InlineData("Telegram", "Telegram", "platform")]
    [InlineData("IRGC", "Islamic Revolutionary Guard Corps", "military")]
    public void An_organisation_is_found_by_name_and_acronym(string form, string name, string orgType)
    {
        var organisation = Assert.Single(Index.OrganisationsNamed(form));

        Assert.Equal((name, orgType), (organisation.Name, organisation.OrgType));
    }

    [Theory]
    [InlineData("Jeddah", "SAU")]
    [InlineData("Crimea", "UKR")]
    [InlineData("Xinjiang", "CHN")]
    [InlineData("Black Sea", "")]
    public void A_place_lies_in_its_state(string form, string country)
    {
        Assert.Equal(country, Assert.Single(Index.PlacesNamed(form)).Country);
    }

    [Theory]
    [InlineData("Olga", Gender.Female)]
    [InlineData("Dmytro", Gender.Male)]
    [InlineData("Jean-Pierre", Gender.Unknown)]
    [InlineData("Anna-Lena", Gender.Female)]
    [InlineData("Table", Gender.Unknown)]
    public void A_given_name_tells_the_gender_where_it_does(string name, Gender gender)
    {
        Assert.Equal(gender, Index.GenderOf(name));
    }

    [Fact]
    public void A_folder_adds_entries_and_replaces_those_with_the_same_key()
    {
        var folder = Folder("seats.tsv", "Glass Tower\tthe Tower\tEST\t\tTallinn\tstate\nKremlin\tthe Kremlin\tRUS\t\tKazan\tstate\n");

        var index = GazetteerReader.Read(folder);

        Assert.Equal("EST", Assert.Single(index.SeatsNamed("the Tower")).Country);
        Assert.Equal("Kazan", Assert.Single(index.SeatsNamed("Kremlin")).City);
        Assert.NotEmpty(index.SeatsNamed("White House"));
    }

    [Theory]
    [InlineData("states.tsv", "# a\nXX\tstate\tNowhere\n", "line 2: \"XX\" is no ISO 3166-1 alpha-3 code")]
    [InlineData("states.tsv", "XXX\tkingdom\tNowhere\n", "line 1: kind \"kingdom\" is none of state, territory, defacto")]
    [InlineData("seats.tsv", "Tower\t\tEST\t\tTallinn\tcity\n", "line 1: default \"city\" is neither state nor organisation")]
    [InlineData("seats.tsv", "Tower\t\tQQQ\t\tTallinn\tstate\n", "line 1: state \"QQQ\" stands in no states.tsv")]
    [InlineData("places.tsv", "Tower\tcastle\tEST\n", "line 1: placeType \"castle\" is none of")]
    [InlineData("media.tsv", "Herald\tpaper\tEST\n", "line 1: orgType \"paper\" is none of")]
    [InlineData("given-names.tsv", "Anna\tfemale\nAnna\tmale\n", "line 2: \"Anna\" stands twice in this file")]
    [InlineData("given-names.tsv", "Anna\tfemale\tx\n", "line 1: 3 columns, at most 2 expected")]
    public void A_faulty_entry_is_named_with_file_and_line(string file, string text, string message)
    {
        var folder = Folder(file, text);

        var fault = Assert.Throws<InvalidDataException>(() => GazetteerReader.Read(folder));

        Assert.StartsWith($"GRA-L010 {Path.Combine(folder, file)}, {message}", fault.Message, StringComparison.Ordinal);
    }

    private static string Folder(string file, string text)
    {
        var folder = Directory.CreateTempSubdirectory("gazetteer").FullName;
        File.WriteAllText(Path.Combine(folder, file), text);
        return folder;
    }
}
