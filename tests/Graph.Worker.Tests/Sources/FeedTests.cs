using Graph.Model;
using Graph.Worker.Sources;
using static Graph.Worker.Tests.Sources.SourceReading;

namespace Graph.Worker.Tests.Sources;

public sealed class FeedTests
{
    private static List<Article> Articles(string text) => [.. Entries(text, "feed").OfType<SourceEntry.Read>().Select(entry => entry.Article)];

    [Fact]
    public void rss_gives_an_article_an_item_with_cdata_entities_and_encoded_content()
    {
        var articles = Articles(
            """
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel><title>The Coast Herald</title><link>https://coast.example/</link><description>News</description>
              <item><title>Fish &amp;amp; chips talks</title><link>https://coast.example/1</link><pubDate>Tue, 06 May 2031 23:30:00 -0500</pubDate>
                <description>The short version of it.</description>
                <content:encoded><![CDATA[<p>The ministers met in the harbour.</p><p>They spoke about&nbsp;fish &amp; trade.</p>]]></content:encoded></item>
              <item><title><![CDATA[Second <b>round</b>]]></title><guid>https://coast.example/2</guid><dc:date>2031-05-07</dc:date>
                <description>&lt;p&gt;They met &lt;em&gt;again&lt;/em&gt;.&lt;/p&gt;</description></item>
              <item><title>Third round</title><link>https://coast.example/3</link><source url="https://inland.example/rss">The Inland Post</source>
                <description>They met for the third time.</description></item>
            </channel></rss>
            """);

        Assert.Equal(
            ["Fish & chips talks\n\nThe ministers met in the harbour.\n\nThey spoke about\u00a0fish & trade.", "Second round\n\nThey met again.", "Third round\n\nThey met for the third time."],
            articles.Select(article => article.Text));
        Assert.Equal(["https://coast.example/1", "https://coast.example/2", "https://coast.example/3"], articles.Select(article => article.Url));
        Assert.Equal(["2031-05-06", "2031-05-07", null], articles.Select(article => article.Date?.ToString("yyyy-MM-dd")));
        Assert.Equal(["The Coast Herald", "The Coast Herald", "The Inland Post"], articles.Select(article => article.Source));
    }

    [Fact]
    public void atom_gives_an_article_an_entry_and_a_feed_nested_in_it_is_its_source()
    {
        const string text =
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Planet Coast</title><id>urn:x</id><updated>2031-05-06T10:00:00Z</updated>
              <entry><title>Ministers meet</title><id>urn:1</id><link rel="self" href="https://coast.example/1.atom"/><link href="https://coast.example/1"/>
                <published>2031-05-05T10:00:00Z</published><updated>2031-05-06T10:00:00Z</updated>
                <source><title>The Inland Post</title><id>urn:2</id><updated>2031-05-06T10:00:00Z</updated></source>
                <content type="html">&lt;p&gt;They met in the harbour.&lt;/p&gt;</content></entry>
              <entry><title type="html">Talks &amp;amp; tea</title><id>urn:3</id><updated>2031-05-06T10:00:00Z</updated>
                <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>They had tea.</p><p>It was good.</p></div></content></entry>
              <entry><title>Summary only</title><id>urn:4</id><updated>2031-05-06T10:00:00Z</updated><summary>They said little.</summary></entry>
            </feed>
            """;

        var articles = Articles(text);

        Assert.Equal(
            ["Ministers meet\n\nThey met in the harbour.", "Talks & tea\n\nThey had tea.\n\nIt was good.", "Summary only\n\nThey said little."],
            articles.Select(article => article.Text));
        Assert.Equal(["The Inland Post", "Planet Coast", "Planet Coast"], articles.Select(article => article.Source));
        Assert.Equal(new DateOnly(2031, 5, 5), articles[0].Date);
        Assert.Equal("https://coast.example/1", articles[0].Url);
    }

    [Fact]
    public void rss_1_is_read_like_rss_2()
    {
        var articles = Articles(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
              <channel><title>Old Herald</title></channel>
              <item><title>Ministers meet</title><link>https://old.example/1</link><description>They met in the harbour.</description><dc:date>2031-05-06T01:00:00Z</dc:date></item>
            </rdf:RDF>
            """);

        Assert.Equal("Ministers meet\n\nThey met in the harbour.", Assert.Single(articles).Text);
        Assert.Equal(new DateOnly(2031, 5, 6), articles[0].Date);
        Assert.Equal("Old Herald", articles[0].Source);
    }

    [Fact]
    public void an_entry_with_a_broken_date_or_no_text_loses_only_itself()
    {
        var entries = Entries(
            """
            <rss version="2.0"><channel><title>Herald</title>
              <item><title>One</title><link>https://x.example/1</link><pubDate>when it suits</pubDate><description>They met.</description></item>
              <item><link>https://x.example/2</link></item>
              <item><title>Three</title><link>https://x.example/3</link><description>They met again.</description></item>
            </channel></rss>
            """,
            "feed.xml");

        var refusals = entries.OfType<SourceEntry.Refused>().Select(entry => entry.Refusal).ToList();
        Assert.Equal(["Three"], entries.OfType<SourceEntry.Read>().Select(entry => entry.Article.Title));
        Assert.Equal([("GRA-S005", "entry 1"), ("GRA-S001", "entry 2")], refusals.Select(refusal => (refusal.Code, refusal.Place)));
    }

    [Fact]
    public void a_feed_that_is_no_xml_names_line_and_column()
    {
        var refusal = Refusal("<rss version=\"2.0\"><channel>\n<item><title>Open</item></channel></rss>", "feed.xml");

        Assert.Equal("GRA-S005", refusal.Code);
        Assert.Equal("line 2, column 20", refusal.Place);
    }

    [Fact]
    public void external_entities_are_never_read()
    {
        var entries = Entries(
            """
            <!DOCTYPE rss [<!ENTITY secret SYSTEM "file:///etc/hostname">]>
            <rss version="2.0"><channel><title>Herald</title><item><title>One</title><description>They said &secret;.</description></item></channel></rss>
            """,
            "feed.xml");

        Assert.Equal("GRA-S005", Assert.IsType<SourceEntry.Refused>(Assert.Single(entries)).Refusal.Code);
    }
}
