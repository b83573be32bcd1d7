using Graph.Worker.Sources;
using static Graph.Worker.Tests.Sources.SourceReading;

namespace Graph.Worker.Tests.Sources;

public sealed class JsonTests
{
    private const string Object =
        """{"title": "Ministers meet", "date": "2031-05-06", "url": "https://coast.example/4", "source": "The Coast Herald", "text": "They met in Riga.", "other": 1}""";

    [Theory]
    [InlineData("a.json")]
    [InlineData("a.txt")]
    [InlineData("standard input")]
    public void an_object_is_an_article(string name)
    {
        var article = Article(Object, name);

        Assert.Equal("Ministers meet\n\nThey met in Riga.", article.Text);
        Assert.Equal("Ministers meet", article.Title);
        Assert.Equal(new DateOnly(2031, 5, 6), article.Date);
        Assert.Equal("https://coast.example/4", article.Url);
        Assert.Equal("The Coast Herald", article.Source);
    }

    [Fact]
    public void an_array_gives_its_articles_in_order()
    {
        var entries = Entries($$"""[{{Object}}, {"title": "Second", "text": "The others met."}]""", "a.json");

        Assert.Equal(["Ministers meet", "Second"], entries.Cast<SourceEntry.Read>().Select(entry => entry.Article.Title));
    }

    [Theory]
    [InlineData("a.jsonl")]
    [InlineData("a.txt")]
    public void a_bad_line_loses_only_itself(string name)
    {
        var entries = Entries($$"""
            {{Object}}
            {"title": "Broken", "text": "They

            {"title": "Third", "text": "The others met."}
            {"title": 3, "text": "The others met."}
            ["no", "object"]
            {"title": "", "text": " "}
            {"title": "Bad date", "date": "soon", "text": "The others met."}
            """, name);

        Assert.Equal(["Ministers meet", "Third"], entries.OfType<SourceEntry.Read>().Select(entry => entry.Article.Title));
        Assert.Equal([$"{name}, line 1", $"{name}, line 4"], entries.OfType<SourceEntry.Read>().Select(entry => entry.Origin));
        var refusals = entries.OfType<SourceEntry.Refused>().Select(entry => entry.Refusal).ToList();
        Assert.Equal(["GRA-S005", "GRA-S005", "GRA-S005", "GRA-S001", "GRA-S005"], refusals.Select(refusal => refusal.Code));
        Assert.StartsWith("line 2, byte ", refusals[0].Place, StringComparison.Ordinal);
        Assert.Equal(["line 5", "line 6", "line 7", "line 8"], refusals.Skip(1).Select(refusal => refusal.Place));
        Assert.Equal("\"title\" must be a string, this is a number", refusals[1].Problem);
        Assert.Equal("\"date\" is no date: \"soon\"", refusals[4].Problem);
    }

    [Fact]
    public void an_untitled_article_takes_its_first_line_as_title_so_that_two_do_not_share_an_id()
    {
        var entries = Entries("{\"text\": \"They met.\\nIt rained.\"}\n{\"text\": \"They parted.\"}", "a.jsonl").Cast<SourceEntry.Read>().ToList();

        Assert.Equal("They met.\nIt rained.", entries[0].Article.Text);
        Assert.Equal("They met.", entries[0].Article.Title);
        Assert.NotEqual(entries[0].Article.Id, entries[1].Article.Id);
    }

    [Fact]
    public void broken_json_names_line_and_byte_and_what_to_write()
    {
        var refusal = Refusal("{\n \"title\": \"Talks\",\n \"text\": They met}", "a.json");

        Assert.Equal("GRA-S005", refusal.Code);
        Assert.Equal("line 3, byte 10", refusal.Place);
        Assert.StartsWith("GRA-S005 a.json, line 3, byte 10: the JSON is broken: ", refusal.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("each a string.", refusal.ToString(), StringComparison.Ordinal);
    }
}
