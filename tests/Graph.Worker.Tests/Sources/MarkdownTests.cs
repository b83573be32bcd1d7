using static Graph.Worker.Tests.Sources.SourceReading;

namespace Graph.Worker.Tests.Sources;

public sealed class MarkdownTests
{
    [Fact]
    public void front_matter_gives_title_date_source_and_url()
    {
        var article = Article(
            """
            ---
            title: "Ministers meet: a long day"
            date: 2031-05-06
            source: The Coast Herald
            url: https://coast.example/2
            tags:
              - talks
            ---

            The ministers met in *Riga* on [Monday](https://coast.example/monday).

            - The first point was trade.
            - The second was `fish`.

            > "We agree," she said.

            ```
            code is no news
            ```
            """,
            "a.md");

        Assert.Equal("Ministers meet: a long day", article.Title);
        Assert.Equal(new DateOnly(2031, 5, 6), article.Date);
        Assert.Equal("The Coast Herald", article.Source);
        Assert.Equal("https://coast.example/2", article.Url);
        Assert.Equal(
            "Ministers meet: a long day\n\nThe ministers met in Riga on Monday.\n\nThe first point was trade.\n\nThe second was fish.\n\n\"We agree,\" she said.",
            article.Text);
    }

    [Fact]
    public void the_first_heading_is_the_title_where_there_is_no_front_matter()
    {
        var article = Article("# Ministers meet\n\n6 May 2031\n\nThey met in Riga&nbsp;today.", "a");

        Assert.Equal("Ministers meet", article.Title);
        Assert.Equal(new DateOnly(2031, 5, 6), article.Date);
        Assert.Equal("Ministers meet\n\n6 May 2031\n\nThey met in Riga\u00a0today.", article.Text);
    }

    [Fact]
    public void a_heading_that_repeats_the_title_stands_in_the_text_once()
    {
        Assert.Equal("Talks\n\nThey met.", Article("---\ntitle: Talks\n---\n# Talks\n\nThey met.", "a.md").Text);
    }
}
