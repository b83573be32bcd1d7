using static Graph.Worker.Tests.Sources.SourceReading;

namespace Graph.Worker.Tests.Sources;

public sealed class PlainTextTests
{
    [Fact]
    public void a_plain_file_is_kept_exactly_and_its_first_line_is_the_title()
    {
        const string text = "Ministers meet in Riga\r\n\r\n  They spoke\u00a0for two hours.\r\n";

        var article = Article(text, "riga.txt");

        Assert.Equal(text, article.Text);
        Assert.Equal("Ministers meet in Riga", article.Title);
    }

    [Theory]
    [InlineData("Title\n\nFriday, January 4, 2019\n\nThe talks began.", "2019-01-04")]
    [InlineData("Title\n\n4 January 2019\n\nThe talks began.", "2019-01-04")]
    [InlineData("Title\n2019-01-04\nThe talks began.", "2019-01-04")]
    [InlineData("Title\nPublished: Jan. 4, 2019\nThe talks began.", "2019-01-04")]
    [InlineData("Title\nUpdated on January 4, 2019, 10:30 p.m.\nThe talks began.", "2019-01-04")]
    [InlineData("Title\n\nGENEVA, January 4, 2019 (Alpine News) - The talks began.", "2019-01-04")]
    [InlineData("Title\n\nPORT LOUIS, Mauritius, 4 January 2019 — The talks began.", "2019-01-04")]
    [InlineData("Title\n\nGENEVA, January 4 - The talks began.", null)]
    [InlineData("Title\n\nThe talks of January 4, 2019 have begun.", null)]
    [InlineData("Title\n\n2019\n\nThe talks began.", null)]
    [InlineData("Title\n\nJanuary 4\n\nThe talks began.", null)]
    public void the_date_of_a_line_of_its_own_or_a_dateline_is_recognised(string text, string? expected)
    {
        Assert.Equal(expected, Article(text, "a.txt").Date?.ToString("yyyy-MM-dd"));
    }

    [Fact]
    public void the_date_given_by_the_caller_fills_a_gap_and_overrides_nothing()
    {
        var given = new DateOnly(2020, 2, 2);

        Assert.Equal(given, Article("Title\n\nThe talks began.", "a.txt", given).Date);
        Assert.Equal(new DateOnly(2019, 1, 4), Article("Title\n2019-01-04\nThe talks began.", "a.txt", given).Date);
    }

    [Theory]
    [InlineData("Title\nSource: The Coast Herald\nURL: https://coast.example/1\n\nThe talks began.", "The Coast Herald", "https://coast.example/1")]
    [InlineData("Title\n\nGENEVA (Alpine News) — The talks began.", "Alpine News", null)]
    [InlineData("Title\n\nThe talks (the third round) - they said - began.", null, null)]
    public void source_and_url_are_recognised_near_the_top(string text, string? source, string? url)
    {
        var article = Article(text, "a.txt");

        Assert.Equal(source, article.Source);
        Assert.Equal(url, article.Url);
    }

    [Theory]
    [InlineData("[Correction] The ministers met.\n\nThey met in Riga.")]
    [InlineData("{sic} the ministers met, the report said.\n\nThey met in Riga.")]
    [InlineData("--- \nThe ministers met.\n\nThey met in Riga.")]
    public void a_text_that_only_looks_like_another_format_is_plain(string text)
    {
        Assert.Equal(text, Article(text, "a.txt").Text);
    }
}
