using Graph.Training.Corpora;

namespace Graph.Training.Tests.Corpora;

public sealed class Iob2ReaderTests
{
    [Theory]
    [InlineData("Anna\tB-per\nIvanova\tI-per\nleft\tO\nOslo\tB-geo\n")]
    [InlineData("Anna\tNNP\tB-per\nIvanova\tNNP\tI-per\nleft\tVBD\tO\nOslo\tNNP\tB-geo\n")]
    [InlineData("# newdoc id = a\n1\tAnna\tB-per\t-\tx\n2\tIvanova\tI-per\t-\tx\n3\tleft\tO\t-\t-\n4\tOslo\tB-geo\t-\tx\n")]
    public void Every_layout_gives_the_same_names(string text)
    {
        var sentence = Assert.Single(Iob2Reader.Read(new StringReader(text), "sample"));

        Assert.Equal(["Anna", "Ivanova", "left", "Oslo"], sentence.Tokens);
        Assert.Equal([new LabelledSpan(0, 2, "per"), new LabelledSpan(3, 4, "geo")], sentence.Names);
    }

    [Fact]
    public void A_name_ends_where_the_label_changes_or_another_begins()
    {
        var sentence = Iob2Reader.Read(new StringReader("a\tI-per\nb\tI-org\nc\tB-org\n"), "sample").Single();

        Assert.Equal(
            [new LabelledSpan(0, 1, "per"), new LabelledSpan(1, 2, "org"), new LabelledSpan(2, 3, "org")],
            sentence.Names);
    }

    [Fact]
    public void A_blank_line_ends_a_sentence()
    {
        Assert.Equal(2, Iob2Reader.Read(new StringReader("a\tO\n\nb\tO"), "sample").Count());
    }

    [Fact]
    public void A_line_without_a_tag_is_named()
    {
        var fault = Assert.Throws<InvalidDataException>(() => Iob2Reader.Read(new StringReader("a\tO\nb\tX\n"), "sample").ToList());

        Assert.StartsWith("GRA-T002 sample, line 2: \"X\" is no IOB2 tag", fault.Message, StringComparison.Ordinal);
    }
}
