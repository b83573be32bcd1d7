using System.Text;
using Graph.Worker.Sources;
using static Graph.Worker.Tests.Sources.SourceReading;

namespace Graph.Worker.Tests.Sources;

public sealed class RefusalTests
{
    public static TheoryData<byte[], string, string> Bad => new()
    {
        { [], "GRA-S001", "GRA-S001 a.txt: the file is empty. Give a file with text in it." },
        { " \r\n\t "u8.ToArray(), "GRA-S001", "GRA-S001 a.txt: there is only white space. Give a file with text in it." },
        { "%PDF-1.7 ..."u8.ToArray(), "GRA-S002", "GRA-S002 a.txt, byte 1: this is a PDF document, not text. Save the article as text, Markdown, HTML or JSON." },
        { "<?xml version=\"1.0\"?><note><to>x</to></note>"u8.ToArray(), "GRA-S005", "GRA-S005 a.txt, line 1: this XML is neither an RSS or Atom feed nor an XHTML page. Save the article as text, Markdown, HTML or JSON." },
        { "The minister\0\0\u0001 said"u8.ToArray(), "GRA-S002", "GRA-S002 a.txt, byte 13: this is no text: control character U+0000. Save the article as text, Markdown, HTML or JSON." },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void what_is_no_text_is_refused(byte[] bytes, string code, string message)
    {
        var refusal = Refusal(bytes, "a.txt");

        Assert.Equal(code, refusal.Code);
        Assert.Equal(message, refusal.ToString());
    }

    [Theory]
    [InlineData("Der Minister ist nach Wien gereist und hat mit seinem Kollegen über das Abkommen gesprochen.", "text in German")]
    [InlineData("Le ministre est arrivé dans la capitale pour des entretiens avec le président.", "text in French")]
    [InlineData("El ministro viajó a la capital para las conversaciones con los dirigentes del país.", "text in Spanish")]
    [InlineData("Il ministro è arrivato nella capitale per gli incontri con i capi delle due parti.", "text in Italian")]
    [InlineData("O ministro chegou com os seus assessores e não falou sobre um acordo.", "text in Portuguese")]
    [InlineData("De minister is voor het overleg naar de hoofdstad gereisd en een akkoord is er niet.", "text in Dutch")]
    [InlineData("Министр прибыл в столицу для переговоров с президентом.", "text in another script")]
    [InlineData("部长抵达首都与总统会谈。", "text in another script")]
    public void text_in_another_language_is_refused(string text, string language)
    {
        var refusal = Refusal(text, "a.txt");

        Assert.Equal("GRA-S003", refusal.Code);
        Assert.Contains(language, refusal.Problem);
    }

    [Theory]
    [InlineData("Talks over")]
    [InlineData("Yemen National Day")]
    [InlineData("Talks on trade on Monday")]
    [InlineData("El Salvador, Costa Rica leaders to meet in La Paz")]
    [InlineData("Ursula von der Leyen met Luiz Inácio Lula da Silva in Rio de Janeiro.")]
    [InlineData("Москва (Moscow) hosted the talks that the two sides had long prepared, the ministry said.")]
    [InlineData("“Le Monde” and “Die Zeit” reported that the president of the Conseil d'État will resign.")]
    public void english_of_any_length_and_with_foreign_names_passes(string text)
    {
        Assert.Equal(text, Article(text, "a.txt").Text);
    }

    [Fact]
    public void an_article_above_the_limit_is_refused_with_the_option_to_raise()
    {
        var options = new SourceOptions { MaximumArticleLength = 100 };
        var text = string.Join(' ', Enumerable.Repeat("The talks began.", 10));

        var refusal = Refusal(text, "a.txt", options);

        Assert.Equal("GRA-S004", refusal.Code);
        Assert.Equal("GRA-S004 a.txt, character 101: the article has 169 characters, the limit is 100. Split it, or raise Graph:Sources:MaximumArticleLength.", refusal.ToString());
    }

    [Fact]
    public void the_limit_of_an_article_holds_for_each_line_of_a_collection()
    {
        var options = new SourceOptions { MaximumArticleLength = 100 };
        var lines = string.Join('\n', Enumerable.Range(1, 20).Select(number => $$"""{"title": "Round {{number}}", "text": "The talks began."}"""));

        Assert.All(Entries(lines, "a.jsonl", options), entry => Assert.IsType<SourceEntry.Read>(entry));
    }

    [Fact]
    public void the_place_in_a_message_counts_bytes_from_one()
    {
        Assert.Equal("byte 8", Refusal(Encoding.UTF8.GetBytes("éé é\u0001"), "a.txt").Place);
    }
}
