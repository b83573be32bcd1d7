using Graph.Language.Gazetteer;
using Graph.Language.Models;
using Graph.Language.Names;
using Graph.Language.Tokenisation;

namespace Graph.Language.Tests.Names;

public sealed class NameFinderTests
{
    private static readonly LanguageAnalyzer Analyzer = new(LanguageModels.Load());
    private static readonly NameLexicon Lexicon = NameLexicon.Of(GazetteerReader.Read());

    [Theory]
    [InlineData("Jens Stoltenberg met reporters in Brussels.", "Jens Stoltenberg", NameKind.Person)]
    [InlineData("The African Union sent observers to Kenya.", "African Union", NameKind.Organisation)]
    [InlineData("The Houthis fired two missiles at the port.", "Houthis", NameKind.Organisation)]
    [InlineData("Qatar mediated the talks.", "Qatar", NameKind.State)]
    [InlineData("Syrian troops entered the town.", "Syrian", NameKind.State)]
    [InlineData("Indonesia banned the airline Skylark.", "Skylark", NameKind.Organisation)]
    public void A_name_is_found_with_its_kind(string text, string name, NameKind kind)
    {
        Assert.Contains((name, kind), Names(text));
    }

    [Fact]
    public void A_full_name_tells_the_kind_of_its_short_form_elsewhere()
    {
        var names = Names("Oltar Airlines was banned on Monday, officials said.\n\nOltar has denied it. Critics of Oltar were pleased.");

        Assert.DoesNotContain(names, name => name.Form == "Oltar" && name.Kind != NameKind.Organisation);
    }

    [Theory]
    [InlineData("the United Arab Emirates agreed", 1, 3)]
    [InlineData("TALLINN, Estonia", 0, 1)]
    [InlineData("united nations", 0, 0)]
    [InlineData("Who knows", 0, 0)]
    public void The_gazetteer_knows_the_longest_name_that_begins_at_a_word(string text, int first, int length)
    {
        var buffer = new TokenBuffer();
        new Tokeniser().Tokenise(text, buffer);

        Lexicon.Match(text, buffer.Tokens, first, out var found);

        Assert.Equal(length, found);
    }

    private static List<(string Form, NameKind Kind)> Names(string text) =>
        [.. Analyzer.Analyze(text, date: null).Sentences.SelectMany(sentence => sentence.Names.Select(name => (
            text[sentence.Tokens[name.First].Span.Start..sentence.Tokens[name.End - 1].Span.End], name.Kind)))];
}
