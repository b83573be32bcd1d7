using System.Collections.Immutable;
using Graph.Model;

namespace Graph.Extraction.Tests.Lexicon;

/// <summary>A user's folder adds to what the extractor knows and changes it, without compiling.</summary>
public sealed class UserLexiconTests(ExtractorFixture fixture)
{
    [Fact]
    public void A_new_frame_of_a_verb_makes_a_fact()
    {
        const string Text = "Norway courted Malta in May.";
        using var folder = new LexiconFolder().With("verb-frames.tsv", "court|subj:actor|SEEKS_BETTER_TIES_WITH|obj:actor");

        Assert.DoesNotContain(Facts(Text), fact => fact.Type == RelationshipTypes.SeeksBetterTiesWith);
        Assert.Contains(Facts(Text, folder), fact => fact is { From: "state:NOR", Type: RelationshipTypes.SeeksBetterTiesWith, To: "state:MLT" });
    }

    [Fact]
    public void A_frame_with_the_key_of_a_known_one_replaces_it()
    {
        const string Text = "Bolivia accused Chile of theft.";
        using var folder = new LexiconFolder().With("verb-frames.tsv", "accuse|subj:actor|ACCUSED|obj:actor|analysis");

        Assert.Equal(Certainty.Asserted, Accusation(Facts(Text)).Certainty);
        Assert.Equal(Certainty.Analysis, Accusation(Facts(Text, folder)).Certainty);
    }

    [Fact]
    public void A_line_of_metonymy_changes_the_reading_of_a_capital()
    {
        const string Text = "Moscow accused Estonia of spying.";
        using var folder = new LexiconFolder().With("metonymy.tsv", "subj|accuse|place");

        Assert.Equal("government", Reading(Text, "Moscow"));
        Assert.Equal("place", Reading(Text, "Moscow", folder));
        Assert.Contains(Facts(Text), fact => fact is { From: "state:RUS", Type: RelationshipTypes.Accused });
        Assert.DoesNotContain(Facts(Text, folder), fact => fact.From == "state:RUS");
    }

    [Fact]
    public void A_new_noun_names_an_event()
    {
        const string Text = "Portugal and Angola held a palaver in Lisbon.";
        using var folder = new LexiconFolder().With("nouns.tsv", "palaver|meeting|CONSULT|040");

        Assert.DoesNotContain(Facts(Text), fact => fact.Type == RelationshipTypes.ParticipantIn);
        Assert.Contains(Facts(Text, folder), fact => fact is { From: "state:PRT", Type: RelationshipTypes.ParticipantIn });
    }

    [Fact]
    public void A_new_title_makes_an_office()
    {
        const string Text = "Salim Harthy, the grand vizier of Oman, arrived in Doha.";
        using var folder = new LexiconFolder().With("titles.tsv", "grand vizier|leader");

        Assert.DoesNotContain(Facts(Text), fact => fact.Type == RelationshipTypes.HoldsOffice);
        Assert.Contains(Facts(Text, folder), fact => fact is { From: "person:salim-harthy", Type: RelationshipTypes.HoldsOffice });
    }

    [Fact]
    public void A_new_cue_changes_how_sure_a_fact_is()
    {
        const string Text = "Kenya pretends to support Uganda.";
        using var folder = new LexiconFolder().With("cues.tsv", "pretend|governor|denied");

        Assert.DoesNotContain(Facts(Text), fact => fact is { Type: RelationshipTypes.Supports, Certainty: Certainty.Denied });
        Assert.Contains(Facts(Text, folder), fact => fact is { From: "state:KEN", Type: RelationshipTypes.Supports, Certainty: Certainty.Denied });
    }

    [Fact]
    public void A_new_seat_of_power_stands_for_its_government()
    {
        const string Text = "The Cedar Court rejected the proposal.";
        using var folder = new LexiconFolder().With("seats.tsv", "Cedar Court||LBN||Beirut|state");

        Assert.DoesNotContain(Facts(Text), fact => fact.From == "state:LBN");
        Assert.Contains(Facts(Text, folder), fact => fact is { From: "state:LBN", Type: RelationshipTypes.Rejected });
    }

    private static Fact Accusation(IEnumerable<Fact> facts) => Assert.Single(facts, fact => fact.Type == RelationshipTypes.Accused);

    private string? Reading(string text, string form, LexiconFolder? folder = null) =>
        Document(text, folder).Entities.SelectMany(entity => entity.Mentions).Single(mention => mention.Span.Of(text) == form).Reading;

    private ImmutableArray<Fact> Facts(string text, LexiconFolder? folder = null) => Document(text, folder).Facts;

    private GraphDocument Document(string text, LexiconFolder? folder) =>
        ExtractorFixture.Extract(folder is null ? fixture.Extractor : RuleExtractor.Create(fixture.Analyzer, folder.Path), text, new DateOnly(2031, 5, 14));
}
