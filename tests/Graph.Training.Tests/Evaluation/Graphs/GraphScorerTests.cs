using Graph.Training.Evaluation.Graphs;

namespace Graph.Training.Tests.Evaluation.Graphs;

public sealed class GraphScorerTests : IDisposable
{
    private const string Text = "Ada Lund met Omar Hadi in Oslo. Norway hosted the Oslo talks. The talks failed.";

    private const string Gold = """
        { "article": "talks.txt",
          "entities": [
            {"id": "person:lund", "kind": "Person", "name": "Ada Lund", "aliases": ["Ada Lund"]},
            {"id": "person:hadi", "kind": "Person", "name": "Omar Hadi", "aliases": ["Omar Hadi"]},
            {"id": "state:nor", "kind": "State", "name": "Norway", "aliases": ["Norway"]},
            {"id": "place:oslo", "kind": "Place", "name": "Oslo", "aliases": ["Oslo"], "tier": "extra"},
            {"id": "office:pm", "kind": "Office", "name": "prime minister", "aliases": []},
            {"id": "meeting:oslo", "kind": "Meeting", "name": "Oslo talks", "aliases": ["the Oslo talks"]} ],
          "relations": [
            {"from": "person:lund", "type": "PARTICIPANT_IN", "to": "meeting:oslo", "certainty": "asserted"},
            {"from": "person:hadi", "type": "PARTICIPANT_IN", "to": "meeting:oslo", "certainty": "asserted"},
            {"from": "state:nor", "type": "HOSTED", "to": "meeting:oslo", "certainty": "asserted"},
            {"from": "person:lund", "type": "HOLDS_OFFICE", "to": "office:pm", "certainty": "asserted"},
            {"from": "office:pm", "type": "OFFICE_OF", "to": "state:nor", "certainty": "asserted"},
            {"from": "person:hadi", "type": "SUPPORTS", "to": "state:nor", "certainty": "denied", "tier": "extra"} ],
          "negatives": [
            {"from": "person:hadi", "type": "HOLDS_OFFICE", "to": "state:nor"},
            {"from": "person:hadi", "type": "TRAVELLED_TO", "to": "place:oslo", "unless": {"status": "planned"}} ] }
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("graphs").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_gold_graph_scored_against_itself_is_all_right()
    {
        var scores = Score(Gold);

        Assert.Equal(1, scores.Entities.F1);
        Assert.Equal(1, scores.Relations.F1);
        Assert.Equal(1, scores.Pairs.F1);
        Assert.Equal((0, 2), scores.Forbidden);
    }

    [Fact]
    public void Offices_are_no_entities_and_join_their_holder_to_what_they_are_offices_of()
    {
        var scores = Score(Extracted(
            """{"id": "p", "labels": ["Person"], "name": "Ada Lund"}, {"id": "o", "labels": ["Office"], "name": "PM"}, {"id": "n", "labels": ["State", "Place"], "name": "Norway"}""",
            """{"from": "p", "type": "HOLDS_OFFICE", "to": "o"}, {"from": "o", "type": "OFFICE_OF", "to": "n"}"""));

        Assert.Equal(new MatchCounts(2, 4, 2, 2), scores.Entities);
        Assert.Equal(new MatchCounts(1, 4, 1, 1), scores.Relations);
    }

    [Fact]
    public void An_equivalent_type_is_right_and_a_wrong_one_still_joins_the_pair()
    {
        var scores = Score(Extracted(
            """{"id": "p", "labels": ["Person"], "name": "Ada Lund"}, {"id": "n", "labels": ["State"], "name": "Norway"}, {"id": "m", "labels": ["Meeting"], "name": "Oslo talks"}""",
            """{"from": "p", "type": "LEADS", "to": "n"}, {"from": "n", "type": "OPPOSES", "to": "m"}"""));

        Assert.Equal(new MatchCounts(1, 4, 1, 2), scores.Relations);
        Assert.Equal(new MatchCounts(2, 4, 2, 2), scores.Pairs);
    }

    [Theory]
    [InlineData("asserted", 0, 1)]
    [InlineData("denied", 1, 1)]
    public void A_denied_relation_matches_a_denied_one_only(string certainty, int right, int extracted)
    {
        var scores = Score(Extracted(
            """{"id": "p", "labels": ["Person"], "name": "Omar Hadi"}, {"id": "n", "labels": ["State"], "name": "Norway"}""",
            $$"""{"from": "p", "type": "SUPPORTS", "to": "n", "properties": {"certainty": "{{certainty}}"} }"""));

        Assert.Equal(new MatchCounts(0, 4, right, extracted), scores.Relations);
    }

    [Fact]
    public void A_meeting_of_two_who_took_part_in_one_is_neither_right_nor_wrong()
    {
        var scores = Score(Extracted(
            """{"id": "p", "labels": ["Person"], "name": "Ada Lund"}, {"id": "q", "labels": ["Person"], "name": "Omar Hadi"}""",
            """{"from": "p", "type": "MET_WITH", "to": "q"}"""));

        Assert.Equal(new MatchCounts(0, 4, 0, 0), scores.Relations);
    }

    [Fact]
    public void An_alias_counts_only_if_it_stands_in_the_text()
    {
        var scores = Score(Extracted("""{"id": "n", "labels": ["State"], "name": "Kingdom of the North", "aliases": ["Norway", "Suomi"]}""", ""));
        var without = Score(Extracted("""{"id": "n", "labels": ["State"], "name": "Kingdom of the North", "aliases": ["Suomi"]}""", ""));

        Assert.Equal(1, scores.Entities.Right);
        Assert.Equal(0, without.Entities.Right);
    }

    [Fact]
    public void An_event_without_a_shared_name_is_found_by_its_parties()
    {
        var scores = Score(Extracted(
            """{"id": "p", "labels": ["Person"], "name": "Ada Lund"}, {"id": "q", "labels": ["Person"], "name": "Omar Hadi"}, {"id": "m", "labels": ["Meeting"], "name": "encounter"}""",
            """{"from": "p", "type": "PARTICIPANT_IN", "to": "m"}, {"from": "q", "type": "PARTICIPANT_IN", "to": "m"}"""));

        Assert.Equal(3, scores.Entities.GoldFound);
        Assert.Equal(2, scores.Relations.Right);
    }

    [Theory]
    [InlineData("""{"status": "held"}""", 1)]
    [InlineData("""{"status": "planned"}""", 0)]
    [InlineData("""{"certainty": "denied"}""", 0)]
    public void A_forbidden_triple_counts_unless_a_property_allows_it(string properties, int found)
    {
        var scores = Score(Extracted(
            """{"id": "q", "labels": ["Person"], "name": "Omar Hadi"}, {"id": "o", "labels": ["Place"], "name": "Oslo"}""",
            $$"""{"from": "q", "type": "TRAVELLED_TO", "to": "o", "properties": {{properties}} }"""));

        Assert.Equal((found, 2), scores.Forbidden);
    }

    [Fact]
    public void Names_the_file_that_is_no_graph()
    {
        var fault = Assert.Throws<InvalidDataException>(() => GraphReader.ReadExtracted(Write("a.json", "{}"), ""));

        Assert.StartsWith("GRA-T008 ", fault.Message, StringComparison.Ordinal);
        Assert.Contains("a.json", fault.Message, StringComparison.Ordinal);
    }

    private static string Extracted(string nodes, string relationships) =>
        $$"""{ "nodes": [ {{nodes}} ], "relationships": [ {{relationships}} ] }""";

    private GraphScores Score(string extracted) => GraphScorer.Score(
        GraphReader.ReadGold(Write("gold.json", Gold)),
        GraphReader.ReadExtracted(Write("extracted.json", extracted), FoldedText.FoldWords(Text)), _ => { });

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
