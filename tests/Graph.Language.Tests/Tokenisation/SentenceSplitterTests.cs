using Graph.Language.Tests.Cases;
using Graph.Language.Tokenisation;

namespace Graph.Language.Tests.Tokenisation;

public sealed class SentenceSplitterTests
{
    private readonly TokenBuffer buffer = new();

    public static TheoryData<string, string> Sentences => CaseFile.Pairs("Tokenisation/sentences.case");

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_text_is_parted_into_sentences(string text, string expected)
    {
        text = text.Replace("\\n", "\n", StringComparison.Ordinal);

        new Tokeniser().Tokenise(text, buffer);

        var sentences = buffer.Sentences.ToArray()
            .Select(range => text[buffer.Tokens[range.First].Start..buffer.Tokens[range.End - 1].End]);
        Assert.Equal(expected.Replace("\\n", "\n", StringComparison.Ordinal), string.Join(" | ", sentences));
    }

    [Fact]
    public void A_damaged_boundary_model_is_refused()
    {
        var bytes = BoundaryModel.Default.ToBytes();
        bytes[100] ^= 1;

        var fault = Assert.Throws<InvalidDataException>(() => BoundaryModel.Read(bytes));

        Assert.StartsWith("GRA-L003", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_boundary_model_of_another_version_is_refused()
    {
        var bytes = BoundaryModel.Default.ToBytes();
        bytes[0]++;

        var fault = Assert.Throws<InvalidDataException>(() => BoundaryModel.Read(bytes));

        Assert.StartsWith("GRA-L002", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_boundary_model_is_read_as_it_was_written()
    {
        var bytes = BoundaryModel.Default.ToBytes();

        Assert.Equal(bytes, BoundaryModel.Read(bytes).ToBytes());
    }
}
