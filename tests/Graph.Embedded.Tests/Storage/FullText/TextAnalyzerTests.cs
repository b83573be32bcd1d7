using Graph.Embedded.Storage.FullText;

namespace Graph.Embedded.Tests.Storage.FullText;

public sealed class TextAnalyzerTests
{
    [Theory]
    [InlineData("The Quick, brown fox.", "the|quick|brown|fox")]
    [InlineData("can't U.S. O\u2019Neill", "can't|u.s|o\u2019neill")]
    [InlineData("3.14 1,000,000 v2.0", "3.14|1,000,000|v2.0")]
    [InlineData("foo-bar a/b e-mail@example.com", "foo|bar|a|b|e|mail|example.com")]
    [InlineData("snake_case __", "snake_case|__")]
    [InlineData("Ünïted cafe\u0301", "ünïted|cafe\u0301")]
    [InlineData("東京 ひら カタ", "東|京|ひ|ら|カタ")]
    [InlineData("  ...  ", "")]
    public void Text_is_split_at_word_boundaries(string text, string terms) =>
        Assert.Equal(terms, string.Join('|', TextAnalyzer.Analyze(text)));
}
