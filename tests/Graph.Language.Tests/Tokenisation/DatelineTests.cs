using Graph.Language.Tests.Cases;
using Graph.Language.Tokenisation;

namespace Graph.Language.Tests.Tokenisation;

public sealed class DatelineTests
{
    public static TheoryData<string, string> Datelines => CaseFile.Pairs("Tokenisation/datelines.case");

    [Theory]
    [MemberData(nameof(Datelines))]
    public void A_dateline_ends_with_its_dash(string text, string expected)
    {
        var buffer = new TokenBuffer();
        new Tokeniser().Tokenise(text, buffer);
        var first = buffer.Sentences[0];

        var length = Dateline.Length(text, buffer.Tokens[first.First..first.End]);

        Assert.Equal(expected, length == 0 ? "-" : text[..buffer.Tokens[length - 1].End]);
    }
}
