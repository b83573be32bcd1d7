using Graph.Model;
using Graph.Store.Conformance.Samples;
using Graph.Store.Writing;

namespace Graph.Store.Conformance.Writing;

/// <summary>Which records of several articles become one entity, which do not, and how that is undone.</summary>
public abstract class ResolutionConformance(DatabaseFixture fixture) : StoreTest(fixture)
{
    private const string Extractor = "test/1";

    [Fact]
    public async Task a_surname_stands_for_the_only_bearer()
    {
        await WriteAsync(Named("One", "Marco Rubio", "USA"), Named("Two", "Rubio", null));

        Assert.Equal(["person:marco-rubio"], await PersonsAsync());
        Assert.Equal(["surname"], await Database.ColumnAsync("MATCH (r:Record {localId: 'person:rubio'}) RETURN r.rule"));
        Assert.Equal([2L], await Database.ColumnAsync("MATCH (p:Person) RETURN p.articleCount"));
    }

    [Fact]
    public async Task a_surname_of_two_bearers_stands_alone()
    {
        await WriteAsync(Named("One", "Ana Silva", "BRA"), Named("Two", "Ben Silva", "PRT"), Named("Three", "Silva", null));

        Assert.Equal(["person:ana-silva", "person:ben-silva", "person:silva"], await PersonsAsync());
    }

    [Fact]
    public async Task a_surname_of_two_bearers_stands_for_the_one_of_the_same_state()
    {
        await WriteAsync(Named("One", "Ana Silva", "BRA"), Named("Two", "Ben Silva", "PRT"), Named("Three", "Silva", "PRT"));

        Assert.Equal(
            ["person:ben-silva"], await Database.ColumnAsync("MATCH (:Record {localId: 'person:silva'})-[:DESCRIBES]->(p) RETURN p.id"));
    }

    [Fact]
    public async Task a_surname_of_another_state_stands_alone()
    {
        await WriteAsync(Named("One", "Ana Silva", "BRA"), Named("Two", "Silva", "PRT"));

        Assert.Equal(["person:ana-silva", "person:silva"], await PersonsAsync());
    }

    [Fact]
    public async Task transliterations_of_one_name_are_one_person()
    {
        await WriteAsync(Named("One", "Volodymyr Zelensky", "UKR"), Named("Two", "Volodymyr Zelenskyy", "UKR"), Named("Three", "Volodymyr O. Zelenskiy", null));

        Assert.Single(await PersonsAsync());
    }

    [Fact]
    public async Task an_acronym_stands_for_the_body_that_an_article_introduces_by_it()
    {
        var full = new DocumentBuilder("One");
        full.Organisation("World Food Programme", "WFP");
        var brief = new DocumentBuilder("Two");
        brief.Organisation("WFP");
        await WriteAsync(full.Build(), brief.Build());

        Assert.Equal(["World Food Programme"], await Database.ColumnAsync("MATCH (o:Organisation) RETURN o.name"));
    }

    [Theory]
    [InlineData("2031-05-01", "Jeddah", "2031-05-01", "Jeddah", 1)]
    [InlineData("2031-05-01", "Jeddah", "2031-05-01", null, 1)]
    [InlineData("2031-05-01", "Jeddah", "2031-05-01", "Riyadh", 2)]
    [InlineData("2031-05-01", "Jeddah", "2031-05-02", "Jeddah", 2)]
    [InlineData("2031-05-01", "Jeddah", "2031-05", "Jeddah", 1)]
    [InlineData("2031-05-01/2031-05-03", "Jeddah", "2031-05-02", null, 1)]
    [InlineData("2031-05-01", "Jeddah", null, "Jeddah", 2)]
    public async Task meetings_are_one_when_dates_overlap_parties_are_shared_and_places_fit(
        string firstDate, string firstPlace, string? secondDate, string? secondPlace, long meetings)
    {
        await WriteAsync(Talks("One", firstDate, firstPlace, "USA", "UKR"), Talks("Two", secondDate, secondPlace, "USA", "UKR"));

        Assert.Equal([meetings], await Database.ColumnAsync("MATCH (m:Meeting) RETURN count(m)"));
    }

    [Fact]
    public async Task meetings_that_share_one_party_are_two()
    {
        await WriteAsync(Talks("One", "2031-05-01", null, "USA", "UKR"), Talks("Two", "2031-05-01", null, "USA", "RUS"));

        Assert.Equal([2L], await Database.ColumnAsync("MATCH (m:Meeting) RETURN count(m)"));
    }

    [Fact]
    public async Task a_month_that_fits_two_meetings_joins_neither()
    {
        await WriteAsync(
            Talks("One", "2031-05-01", null, "USA", "UKR"), Talks("Two", "2031-05-20", null, "USA", "UKR"), Talks("Three", "2031-05", null, "USA", "UKR"));

        Assert.Equal([3L], await Database.ColumnAsync("MATCH (m:Meeting) RETURN count(m)"));
    }

    // An event's id comes from its title, and which of two reports is looked at first comes from the ids.
    [Theory]
    [InlineData("One", "Two")]
    [InlineData("Two", "One")]
    [InlineData("Three", "Four")]
    [InlineData("Four", "Three")]
    public async Task a_report_that_names_one_side_only_is_not_joined_to_one_of_two_sides(string oneSided, string twoSided)
    {
        await WriteAsync(Delegation(oneSided, "Ana Silva"), Delegation(twoSided, "Ana Silva", "USA"));

        Assert.Equal([2L], await Database.ColumnAsync("MATCH (m:Meeting) RETURN count(m)"));
    }

    [Fact]
    public async Task reports_that_name_the_same_people_of_one_side_are_one()
    {
        await WriteAsync(Delegation("One", "Ana Silva"), Delegation("Two", "Ana Silva"));

        Assert.Equal([1L], await Database.ColumnAsync("MATCH (m:Meeting) RETURN count(m)"));
    }

    [Fact]
    public async Task articles_that_disagree_yield_two_evidences()
    {
        var yes = new DocumentBuilder("One", "2031-05-01");
        yes.Fact(yes.State("USA", "United States"), RelationshipTypes.Attacked, yes.State("IRN", "Iran"));
        var no = new DocumentBuilder("Two", "2031-05-02");
        no.Denial(no.State("USA", "United States"), RelationshipTypes.Attacked, no.State("IRN", "Iran"));
        await WriteAsync(yes.Build(), no.Build());

        Assert.Equal([false, true], await Database.ColumnAsync("MATCH (:State)-[r:ATTACKED]->(:State) RETURN r.polarity ORDER BY r.polarity"));
        Assert.Equal([2L], await Database.ColumnAsync("MATCH (v:Evidence) RETURN count(v)"));
    }

    [Fact]
    public async Task facts_and_their_references_follow_a_merge()
    {
        var first = new DocumentBuilder("One", "2031-05-01");
        var second = new DocumentBuilder("Two", "2031-05-02");
        await WriteAsync(WithMeeting(first), WithMeeting(second));

        Assert.Equal([1L], await Database.ColumnAsync("MATCH (:Person)-[r:MET_WITH]->(:Person) RETURN count(r)"));
        Assert.Equal([2L], await Database.ColumnAsync("MATCH (:Person)-[r:MET_WITH]->(:Person) MATCH (m:Meeting {id: r.via}) RETURN r.evidenceCount"));
    }

    [Fact]
    public async Task a_split_takes_apart_and_a_merge_undoes_it_without_a_trace()
    {
        await WriteAsync(Named("One", "Marco Rubio", "USA"), Named("Two", "Rubio", null));
        var before = await Database.ExportAsync();
        var decisions = new EntityDecisions(new GraphStore(Database));

        var split = Assert.IsType<DecisionOutcome.Done>(await decisions.SplitAsync("person:marco-rubio", Cancellation));
        Assert.Equal(["person:marco-rubio", "person:rubio"], split.Entities);
        Assert.Equal(["person:marco-rubio", "person:rubio"], await PersonsAsync());

        await decisions.MergeAsync("person:rubio", "person:marco-rubio", Cancellation);
        Assert.Equal(before, await Database.ExportAsync());
    }

    [Fact]
    public async Task a_merge_joins_what_no_rule_joins_and_a_split_undoes_it_without_a_trace()
    {
        await WriteAsync(Named("One", "Ana Silva", "BRA"), Named("Two", "Maria Costa", "PRT"));
        var before = await Database.ExportAsync();
        var decisions = new EntityDecisions(new GraphStore(Database));

        await decisions.MergeAsync("person:maria-costa", "person:ana-silva", Cancellation);
        Assert.Equal(["person:ana-silva"], await PersonsAsync());
        Assert.Equal(["decision"], await Database.ColumnAsync("MATCH (r:Record) WHERE r.rule IS NOT NULL RETURN r.rule"));

        await decisions.SplitAsync("person:ana-silva", Cancellation);
        Assert.Equal(before, await Database.ExportAsync());
    }

    [Fact]
    public async Task a_decision_on_unlike_or_unknown_ids_is_refused()
    {
        await WriteAsync(Named("One", "Ana Silva", "BRA"));
        var decisions = new EntityDecisions(new GraphStore(Database));

        Assert.IsType<DecisionOutcome.DifferentKinds>(await decisions.MergeAsync("person:ana-silva", "state:BRA", Cancellation));
        Assert.IsType<DecisionOutcome.UnknownId>(await decisions.MergeAsync("person:ana-silva", "person:nobody", Cancellation));
        Assert.IsType<DecisionOutcome.Unchanged>(await decisions.SplitAsync("person:ana-silva", Cancellation));
    }

    private static GraphDocument Named(string title, string name, string? state)
    {
        var builder = new DocumentBuilder(title, "2031-05-01");
        var person = builder.Person(name);
        return (state is null ? builder : builder.Fact(person, RelationshipTypes.Represents, builder.State(state, state))).Build();
    }

    private static GraphDocument Talks(string title, string? date, string? place, params string[] states)
    {
        var builder = new DocumentBuilder(title, "2031-05-09");
        var meeting = builder.Event(Labels.Meeting, "Talks", date);
        builder.Parties(meeting, [.. states.Select(state => (builder.State(state, state), (string?)null))]);
        return (place is null ? builder : builder.Fact(meeting, RelationshipTypes.TookPlaceIn, builder.Place(place))).Build();
    }

    /// <summary>A meeting of a person with her own state, and with others.</summary>
    private static GraphDocument Delegation(string title, string name, params string[] others)
    {
        var builder = new DocumentBuilder(title, "2031-05-09");
        var meeting = builder.Event(Labels.Meeting, "Talks", "2031-05-01");
        var (person, home) = (builder.Person(name), builder.State("BRA", "Brazil"));
        return builder.Parties(meeting, [(person, home), (home, null), .. others.Select(state => (builder.State(state, state), (string?)null))]).Build();
    }

    private static GraphDocument WithMeeting(DocumentBuilder builder)
    {
        var (ana, ben) = (builder.Person("Ana Silva"), builder.Person("Ben Costa"));
        var meeting = builder.Event(Labels.Meeting, "Talks", "2031-05-01");
        return builder.Parties(meeting, (ana, builder.State("BRA", "Brazil")), (ben, builder.State("PRT", "Portugal")))
            .Fact(ana, RelationshipTypes.MetWith, ben, ("derived", true), ("via", meeting)).Build();
    }

    private Task<IReadOnlyList<object?>> PersonsAsync() => Database.ColumnAsync("MATCH (p:Person) RETURN p.id ORDER BY p.id");

    private async Task WriteAsync(params GraphDocument[] documents)
    {
        var store = await Database.StoreAsync();
        foreach (var document in documents)
        {
            await store.WriteAsync(document, Extractor, Cancellation);
        }
    }
}
