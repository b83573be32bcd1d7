using System.Text;
using Graph.Language.Tests.Cases;
using Graph.Language.Tokenisation;

namespace Graph.Language.Tests.Tokenisation;

public sealed class TokeniserTests
{
    private readonly Tokeniser tokeniser = new();
    private readonly TokenBuffer buffer = new();

    public static TheoryData<string, string> Tokens => CaseFile.Pairs("Tokenisation/tokens.case");

    [Theory]
    [MemberData(nameof(Tokens))]
    public void A_text_is_parted_as_the_treebanks_part_it(string text, string expected)
    {
        tokeniser.Tokenise(text, buffer);

        var found = new StringBuilder();
        foreach (var token in buffer.Tokens)
        {
            found.Append(found.Length > 0 ? " " : "").Append(token.JoinsPrevious ? "_" : "").Append(token.Span.Of(text));
        }

        Assert.Equal(expected, found.ToString());
    }

    [Fact]
    public void Marks_without_width_and_no_break_spaces_are_gaps()
    {
        const string text = "\ufeffPresident\u00a0\u200eIvanov\u200f\u200b met\u202f12 envoys";

        tokeniser.Tokenise(text, buffer);

        Assert.Equal(["President", "Ivanov", "met", "12", "envoys"], Forms(text));
    }

    [Fact]
    public void A_soft_hyphen_inside_a_word_does_not_part_it()
    {
        const string text = "nego\u00adtiations";

        tokeniser.Tokenise(text, buffer);

        Assert.Equal(new TokenSpan(0, text.Length, JoinsPrevious: false), Assert.Single(buffer.Tokens.ToArray()));
    }

    [Fact]
    public void An_empty_text_has_no_tokens_and_no_sentences()
    {
        tokeniser.Tokenise("Something before.", buffer);
        tokeniser.Tokenise(" \n\t", buffer);

        Assert.Equal(0, buffer.Tokens.Length + buffer.Sentences.Length);
    }

    [Fact]
    public void Tokens_and_gaps_concatenate_to_the_text_and_sentences_hold_every_token_once()
    {
        var random = new Random(20310314);
        for (var round = 0; round < 3000; round++)
        {
            var text = RandomText(random);

            tokeniser.Tokenise(text, buffer);

            AssertCovers(text);
        }
    }

    [Fact]
    public void A_grown_buffer_is_filled_again_without_allocation()
    {
        var text = string.Concat(Enumerable.Repeat(
            "The U.S. envoy, Gen. J. Smith, can't say \"no\" to $3.5m (see www.example.org) — or won’t.\nNext line\n\n", 40));
        tokeniser.Tokenise(text, buffer);

        var before = GC.GetAllocatedBytesForCurrentThread();
        tokeniser.Tokenise(text, buffer);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static string RandomText(Random random)
    {
        const string letters = "aBcDeSt019.,-'’\"“”()$%&/:;!?@#…—–_+* \n\u00a0\u200b\u200e\u00ade\u0301\U0001F600";
        string[] pieces = ["can't", "U.S.", "www.a.org", "a@b.com", "Gen.", "...", "cannot", "'s", "20%", "5pm", "co-", "\n\n", " ", "\r\n"];
        var text = new StringBuilder();
        for (var i = random.Next(30); i >= 0; i--)
        {
            _ = random.Next(3) == 0
                ? text.Append(pieces[random.Next(pieces.Length)])
                : text.Append(letters[random.Next(letters.Length)]);
        }

        return text.ToString();
    }

    private void AssertCovers(string text)
    {
        var rebuilt = new StringBuilder();
        var position = 0;
        foreach (var token in buffer.Tokens)
        {
            Assert.True(token.Start >= position && token.End > token.Start, $"\"{text}\": a token begins before {position}");
            var gap = text[position..token.Start];
            Assert.True(gap.All(Letters.IsGap), $"\"{text}\": \"{gap}\" is lost");
            rebuilt.Append(gap).Append(token.Span.Of(text));
            position = token.End;
        }

        var rest = text[position..];
        Assert.True(rest.All(Letters.IsGap), $"\"{text}\": \"{rest}\" is lost");
        Assert.Equal(text, rebuilt.Append(rest).ToString());

        var next = 0;
        foreach (var sentence in buffer.Sentences)
        {
            Assert.Equal(next, sentence.First);
            Assert.True(sentence.End > sentence.First);
            next = sentence.End;
        }

        Assert.Equal(buffer.Tokens.Length, next);
    }

    private string[] Forms(string text) => buffer.Tokens.ToArray().Select(token => token.Span.Of(text)).ToArray();
}
