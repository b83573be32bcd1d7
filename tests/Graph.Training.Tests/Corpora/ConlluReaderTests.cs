using Graph.Training.Corpora;

namespace Graph.Training.Tests.Corpora;

public sealed class ConlluReaderTests
{
    private const string Sample = """
        # newdoc id = a
        # sent_id = a-1
        # text = He can't go.
        1	He	he	PRON	PRP	_	4	nsubj	_	_
        2-3	can't	_	_	_	_	_	_	_	_
        2	ca	can	AUX	MD	_	4	aux	_	_
        3	n't	not	PART	RB	_	4	advmod	_	_
        4	go	go	VERB	VB	_	0	root	_	SpaceAfter=No
        4.1	there	there	ADV	RB	_	_	_	_	_
        5	.	.	PUNCT	.	_	4	punct	_	_

        # sent_id = a-2
        # newpar_block = p (1 s)
        1	No	no	INTJ	UH	_	0	root	_	_

        """;

    [Fact]
    public void A_contraction_is_one_token_of_two_words()
    {
        var sentence = Read(Sample)[0];

        Assert.Equal(["He", "can't", "go", "."], sentence.Tokens.Select(token => token.Form));
        Assert.Equal((1, 3), (sentence.Tokens[1].FirstWord, sentence.Tokens[1].EndWord));
        Assert.Equal(["He", "ca", "n't", "go", "."], sentence.Words.Select(word => word.Form));
    }

    [Fact]
    public void Heads_are_indices_and_the_root_has_none()
    {
        Assert.Equal([3, 3, 3, -1, 3], Read(Sample)[0].Words.Select(word => word.Head));
    }

    [Fact]
    public void A_layout_block_starts_no_paragraph()
    {
        Assert.Equal([true, false], Read(Sample).Select(sentence => sentence.StartsParagraph));
    }

    [Fact]
    public void Raw_text_has_the_spaces_that_the_corpus_tells()
    {
        Assert.Equal("He can't go. No", RawText.Of(Read(Sample)));
    }

    [Theory]
    [InlineData("1\tHe\the\n\n", "GRA-T001 sample, line 1: 3 columns, CoNLL-U has 10")]
    [InlineData("2\tHe\the\tPRON\tPRP\t_\t0\troot\t_\t_\n\n", "GRA-T001 sample, line 1: id 2 does not follow word 0")]
    [InlineData("1\tHe\the\tPRON\tPRP\t_\t7\tdep\t_\t_\n\n", "GRA-T001 sample, line 2: head 7 of \"He\" lies outside")]
    public void A_faulty_line_is_named(string text, string message)
    {
        var fault = Assert.Throws<InvalidDataException>(() => Read(text));

        Assert.StartsWith(message, fault.Message, StringComparison.Ordinal);
    }

    private static List<ConlluSentence> Read(string text) =>
        [.. ConlluReader.Read(new StringReader(text.ReplaceLineEndings("\n")), "sample")];
}
