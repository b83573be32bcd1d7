using Graph.Language.Models;
using Graph.Training.Corpora;
using Graph.Training.Learning;
using Graph.Training.Parsing;
using Graph.Training.Tests.Networks;

namespace Graph.Training.Tests.Parsing;

public sealed class ParserTrainerTests
{
    private const string Treebank = """
        1	The	the	DET	DT	_	2	det	_	_
        2	envoy	envoy	NOUN	NN	_	3	nsubj	_	_
        3	left	leave	VERB	VBD	_	0	root	_	_
        4	Oslo	Oslo	PROPN	NNP	_	3	obj	_	_
        5	.	.	PUNCT	.	_	3	punct	_	_

        1	Talks	talk	NOUN	NNS	_	2	nsubj	_	_
        2	ended	end	VERB	VBD	_	0	root	_	_
        3	.	.	PUNCT	.	_	2	punct	_	_

        """;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Training_twice_gives_the_same_bytes(int threads)
    {
        Assert.Equal(Train(threads), Train(threads));
    }

    [Fact]
    public void A_small_treebank_is_learned_by_heart()
    {
        var trainer = Trainer(threads: 1, passes: 60);

        Assert.Equal(1, trainer.Train(Sentences(), TextWriter.Null, _ => { }).Las);
    }

    private static byte[] Train(int threads)
    {
        var trainer = Trainer(threads, passes: 2);
        trainer.Train(Sentences(), TextWriter.Null, _ => { });
        var writer = new ModelFileWriter();
        ModelExport.Save(writer, trainer.Parameters, layers: 3);
        return writer.ToArray();
    }

    private static ParserTrainer Trainer(int threads, int passes)
    {
        var options = new TrainingOptions(passes, BatchWords: 8, Rate: 0.01f, DropRate: 0.1f, threads, Seed: 7);
        return new ParserTrainer(Sentences(), [], SmallNetworks.Vectors, new ParserRecipe(16, 16, 3, 0, options));
    }

    private static ConlluSentence[] Sentences() => [.. ConlluReader.Read(new StringReader(Treebank.ReplaceLineEndings("\n")), "sample")];
}
