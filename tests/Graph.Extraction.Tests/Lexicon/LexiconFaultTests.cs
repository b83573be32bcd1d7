using Graph.Extraction.Lexicon;

namespace Graph.Extraction.Tests.Lexicon;

/// <summary>What is wrong in a lexicon is told with file, line and remedy.</summary>
public sealed class LexiconFaultTests
{
    [Theory]
    [InlineData("noun-classes.tsv", "gathering|Party", "kind \"Party\" is none of Person, State, Organisation, Place, Office, Meeting")]
    [InlineData("noun-classes.tsv", "gathering|Meeting||||||subj|MEETS", "\"MEETS\" is no relationship type of the ontology")]
    [InlineData("nouns.tsv", "jamboree|gathering", "class \"gathering\" stands in no noun-classes.tsv")]
    [InlineData("titles.tsv", "grand vizier|chief", "kind \"chief\" is none of office, leader, ")]
    [InlineData("verb-frames.tsv", "serenade|subj:actor|SERENADES|obj", "\"SERENADES\" is no relationship type of the ontology")]
    [InlineData("verb-frames.tsv", "serenade|subj:singer|SUPPORTS|obj", "\"subj:singer\" is no argument; write subj, obj, iobj, xcomp, ccomp or a preposition")]
    [InlineData("verb-frames.tsv", "serenade|subj|SUPPORTS", "\"\" is no argument; write subj, obj")]
    [InlineData("verb-frames.tsv", "serenade|subj|SUPPORTS|obj|sure", "certainty \"sure\" is none of asserted, reported, planned, proposed, demanded, denied, analysis, inferred")]
    [InlineData("verb-frames.tsv", "serenade|subj|SUPPORTS|obj||what", "\"what\" is no list of name=slot")]
    [InlineData("noun-frames.tsv", "serenade|poss|SERENADES|for", "\"SERENADES\" is no relationship type of the ontology")]
    [InlineData("noun-frames.tsv", "serenade||SUPPORTS|for", "from and to name no place; write poss, amod, compound, subj or prepositions")]
    [InlineData("event-verbs.tsv", "picnic|outing|||subj:actor", "class \"outing\" stands in no noun-classes.tsv")]
    [InlineData("event-verbs.tsv", "picnic|meeting|||subj:singer", "\"subj:singer\" is no argument")]
    [InlineData("cues.tsv", "warble|song|reported", "kind \"song\" is none of speech, governor, modifier, phase")]
    [InlineData("cues.tsv", "warble|speech|sung", "certainty \"sung\" is none of asserted")]
    [InlineData("metonymy.tsv", "in|*|palace", "reading \"palace\" is neither government nor place")]
    [InlineData("capital-readings.tsv", "Oslo|government", "2 columns, at most 1 expected")]
    [InlineData("titles.tsv", "|leader", "the first column is empty")]
    public void A_fault_names_its_file_its_line_and_what_may_stand_there(string file, string entry, string expected)
    {
        using var folder = new LexiconFolder().With(file, "# A comment", entry);

        var fault = Assert.Throws<InvalidDataException>(() => LexiconReader.Read(folder.Path));

        Assert.StartsWith($"GRA-L010 {Path.Combine(folder.Path, file)}, line 2: ", fault.Message, StringComparison.Ordinal);
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_told_at_once()
    {
        using var folder = new LexiconFolder()
            .With("titles.tsv", "grand vizier|chief")
            .With("cues.tsv", "warble|song|reported", "", "hum|speech|hummed");

        var fault = Assert.Throws<InvalidDataException>(() => LexiconReader.Read(folder.Path));

        var lines = fault.Message.Split(Environment.NewLine);
        Assert.Equal(3, lines.Length);
        Assert.Contains(lines, line => line.Contains("titles.tsv, line 1: ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("cues.tsv, line 1: ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.Contains("cues.tsv, line 3: ", StringComparison.Ordinal));
    }

    [Fact]
    public void The_lexicon_that_comes_with_the_product_has_no_fault()
    {
        var lexicon = LexiconReader.Read(folder: null);

        Assert.NotEmpty(lexicon.Classes);
        Assert.NotEmpty(lexicon.FramesOf("accuse"));
    }
}
