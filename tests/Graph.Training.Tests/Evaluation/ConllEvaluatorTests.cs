using Graph.Training.Corpora;
using Graph.Training.Evaluation;

namespace Graph.Training.Tests.Evaluation;

public sealed class ConllEvaluatorTests
{
    private const string Gold = """
        1	He	he	PRON	PRP	_	4	nsubj	_	_
        2-3	can't	_	_	_	_	_	_	_	_
        2	ca	can	AUX	MD	_	4	aux	_	_
        3	n't	not	PART	RB	_	4	advmod	_	_
        4	go	go	VERB	VB	_	0	root	_	SpaceAfter=No
        5	.	.	PUNCT	.	_	4	punct	_	_

        1	No	no	INTJ	UH	_	0	root	_	_

        """;

    [Fact]
    public void The_gold_itself_scores_full_marks()
    {
        var scores = ConllEvaluator.Score(Read(Gold), Read(Gold));

        Assert.All(
            [scores.Tokens, scores.Sentences, scores.Words, scores.Upos, scores.Xpos, scores.Lemmas, scores.Uas, scores.Las],
            score => Assert.Equal(1.0, score.F1));
    }

    [Fact]
    public void Words_inside_a_contraction_are_aligned_by_their_forms()
    {
        var system = Gold.Replace("2-3	can't	_	_	_	_	_	_	_	_\n", "", StringComparison.Ordinal)
            .Replace("AUX	MD	_	4	aux	_	_", "AUX	MD	_	4	aux	_	SpaceAfter=No", StringComparison.Ordinal);

        var scores = ConllEvaluator.Score(Read(Gold), Read(system));

        Assert.Equal(new FScore(6, 6, 6), scores.Words);
        Assert.Equal(new FScore(5, 6, 4), scores.Tokens);
    }

    [Fact]
    public void A_wrong_head_costs_both_attachment_scores_and_a_wrong_relation_only_one()
    {
        var system = Gold.Replace("4	nsubj", "2	nsubj", StringComparison.Ordinal)
            .Replace("4	aux", "4	dep", StringComparison.Ordinal)
            .Replace("4	advmod", "4	advmod:neg", StringComparison.Ordinal);

        var scores = ConllEvaluator.Score(Read(Gold), Read(system));

        Assert.Equal(new FScore(6, 6, 5), scores.Uas);
        Assert.Equal(new FScore(6, 6, 4), scores.Las);
    }

    [Fact]
    public void Sentences_run_together_are_both_wrong_and_the_second_root_with_them()
    {
        var system = Gold.Replace("punct	_	_\n\n1	No	no	INTJ	UH	_	0	root", "punct	_	_\n6	No	no	INTJ	UH	_	4	dep", StringComparison.Ordinal);

        var scores = ConllEvaluator.Score(Read(Gold), Read(system));

        Assert.Equal(new FScore(2, 1, 0), scores.Sentences);
        Assert.Equal(new FScore(6, 6, 5), scores.Uas);
    }

    [Fact]
    public void A_token_parted_otherwise_is_no_word_of_gold()
    {
        var system = Gold.Replace("1	No	no	INTJ	UH	_	0	root	_	_", "1	N	n	X	X	_	2	dep	_	SpaceAfter=No\n2	o	o	X	X	_	0	root	_	_", StringComparison.Ordinal);

        Assert.Equal(new FScore(6, 7, 5), ConllEvaluator.Score(Read(Gold), Read(system)).Words);
    }

    [Fact]
    public void Different_texts_are_refused()
    {
        var fault = Assert.Throws<InvalidDataException>(
            () => ConllEvaluator.Score(Read(Gold), Read(Gold.Replace("No", "Na", StringComparison.Ordinal))));

        Assert.StartsWith("GRA-T003 The texts differ at letter 11", fault.Message, StringComparison.Ordinal);
    }

    private static List<ConlluSentence> Read(string text) =>
        [.. ConlluReader.Read(new StringReader(text.ReplaceLineEndings("\n")), "sample")];
}
