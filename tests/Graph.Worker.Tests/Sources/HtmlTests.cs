using static Graph.Worker.Tests.Sources.SourceReading;

namespace Graph.Worker.Tests.Sources;

public sealed class HtmlTests
{
    private const string Sentences =
        "The ministers of the two countries met in the harbour town for three hours and spoke about fishing, trade and the border. " +
        "They agreed that their deputies would meet again in a month, an aide to the host said after the meeting had ended.";

    [Fact]
    public void the_main_text_is_found_among_the_furniture_of_a_page()
    {
        var article = Article(
            $"""
            <!DOCTYPE html><html><head><title>Ministers meet | The Coast Herald</title>
            <meta property="og:title" content="Ministers meet &amp; talk"><meta property="og:site_name" content="The Coast Herald">
            <meta property="article:published_time" content="2031-05-06T21:30:00-05:00"><link rel="canonical" href="https://coast.example/3"></head>
            <body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
            <article><h1>Ministers meet &amp; talk</h1><p>{Sentences}</p><p>&ldquo;We are&nbsp;content&rdquo;, one said.</p><p>{Sentences}</p></article>
            <aside>Subscribe to our newsletter</aside><footer>Copyright</footer><script>var x = "no";</script></body></html>
            """,
            "a.html");

        Assert.Equal("Ministers meet & talk", article.Title);
        Assert.Equal(new DateOnly(2031, 5, 6), article.Date);
        Assert.Equal("The Coast Herald", article.Source);
        Assert.Equal("https://coast.example/3", article.Url);
        Assert.Equal($"Ministers meet & talk\n\n{Sentences}\n\n“We are\u00a0content”, one said.\n\n{Sentences}", article.Text);
    }

    [Fact]
    public void json_ld_gives_what_the_page_says_of_itself()
    {
        var article = Article(
            $$"""
            <html><head><title>x</title><script type="application/ld+json">{ broken</script>
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebPage"},
            {"@type":["NewsArticle"],"headline":"Ministers meet","datePublished":"2031-05-06","publisher":{"name":"The Coast Herald"} } ] }</script></head>
            <body><div><p>{{Sentences}}</p><p>{{Sentences}}</p></div></body></html>
            """,
            "page");

        Assert.Equal("Ministers meet", article.Title);
        Assert.Equal(new DateOnly(2031, 5, 6), article.Date);
        Assert.Equal("The Coast Herald", article.Source);
    }

    [Fact]
    public void a_short_page_still_gives_its_text()
    {
        Assert.Equal("Talks end\n\nThe talks ended.\nNobody spoke.", Article("<html><body><h1>Talks end</h1><p>The talks ended.<br>Nobody spoke.</p></body></html>", "a.txt").Text);
    }

    [Fact]
    public void a_page_without_text_is_refused_as_empty()
    {
        Assert.Equal("GRA-S001", Refusal("<html><head><title></title></head><body><script>start()</script></body></html>", "a.html").Code);
    }
}
