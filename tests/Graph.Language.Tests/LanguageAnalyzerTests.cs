using Graph.Language.Models;

namespace Graph.Language.Tests;

public sealed class LanguageAnalyzerTests
{
    private static readonly LanguageModels Models = LanguageModels.Load();

    private static readonly string[] Texts =
    [
        "Talks end in Oslo\n\nForeign Minister Ann Lee met the envoy in Oslo on Monday. They agreed on about 20 points.",
        "The minister’s spokesman, Omar Hadi, said that “nothing” was signed.",
        "Short.",
        "",
        "OSLO, Norway —\u00a0Two ships left on March 3, and 343 drones were seen.",
    ];

    [Fact]
    public void Documents_in_parallel_are_the_same_as_one_by_one()
    {
        var analyzer = new LanguageAnalyzer(Models);
        var many = Enumerable.Range(0, 40).Select(i => Texts[i % Texts.Length]).ToArray();

        var parallel = many.AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(text => Describe(analyzer, text)).ToArray();

        Assert.Equal(many.Select(text => Describe(new LanguageAnalyzer(Models), text)), parallel);
    }

    [Fact]
    public void A_text_does_not_depend_on_those_before_it()
    {
        var analyzer = new LanguageAnalyzer(Models);
        var alone = Texts.Select(text => Describe(new LanguageAnalyzer(Models), text));

        Assert.Equal(alone, Texts.Select(text => Describe(analyzer, text)));
    }

    [Fact]
    public void Every_token_stands_where_it_says_and_gaps_hold_no_letters()
    {
        foreach (var text in Texts)
        {
            var last = 0;
            foreach (var token in new LanguageAnalyzer(Models).Analyze(text, null).Sentences.SelectMany(sentence => sentence.Tokens))
            {
                Assert.Equal(token.Form, text[token.Span.Start..token.Span.End]);
                Assert.All(text[last..token.Span.Start], letter => Assert.False(char.IsLetterOrDigit(letter)));
                last = token.Span.End;
            }
        }
    }

    [Fact]
    public void Every_sentence_is_a_tree_with_one_root()
    {
        foreach (var sentence in Texts.SelectMany(text => new LanguageAnalyzer(Models).Analyze(text, null).Sentences))
        {
            Assert.Single(sentence.Tokens, token => token.Head < 0);
            foreach (var token in sentence.Tokens)
            {
                var (head, steps) = (token.Head, 0);
                for (; head >= 0 && steps <= sentence.Tokens.Length; steps++)
                {
                    head = sentence.Tokens[head].Head;
                }

                Assert.True(steps <= sentence.Tokens.Length, "The heads run in a circle.");
            }
        }
    }

    [Fact]
    public void A_warm_analysis_allocates_little_beyond_its_result()
    {
        // A result of a thousand words takes about 110,000 bytes.
        const int limit = 256_000;
        var analyzer = new LanguageAnalyzer(Models);
        var text = string.Join("\n\n", Enumerable.Repeat(Texts[0], 40));
        var words = analyzer.Analyze(text, null).Sentences.Sum(sentence => sentence.Tokens.Length);
        var before = GC.GetAllocatedBytesForCurrentThread();

        analyzer.Analyze(text, null);

        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - before) * 1000 / words, 1, limit);
    }

    private static string Describe(LanguageAnalyzer analyzer, string text) => string.Join('\n', analyzer
        .Analyze(text, new DateOnly(2031, 3, 11)).Sentences
        .SelectMany(sentence => sentence.Tokens.Select(token => token.ToString())
            .Concat(sentence.Names.Select(name => name.ToString()))
            .Concat(sentence.Dates.Select(date => date.ToString()))
            .Concat(sentence.Quantities.Select(quantity => quantity.ToString()))));
}
